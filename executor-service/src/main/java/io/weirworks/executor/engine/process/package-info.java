/**
 * The engine of the embedded default: supervised child processes of this host that outlive the
 * executor.
 */
@NullMarked
package io.weirworks.executor.engine.process;

import org.jspecify.annotations.NullMarked;
