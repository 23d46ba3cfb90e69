/**
 * The log of a run: its growing files cut into chunks that are masked, bounded and harmless to send
 * again.
 */
@NullMarked
package io.weirworks.executor.runlog;

import org.jspecify.annotations.NullMarked;
