/**
 * The output values of a run: what direct downstream nodes may bind to (dataworks-semantics 4.2).
 */
@NullMarked
package io.weirworks.executor.output;

import org.jspecify.annotations.NullMarked;
