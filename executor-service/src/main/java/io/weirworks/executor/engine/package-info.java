/**
 * What the executor asks of anything that can run a node: submit, observe, cancel, re-attach by
 * tag.
 */
@NullMarked
package io.weirworks.executor.engine;

import org.jspecify.annotations.NullMarked;
