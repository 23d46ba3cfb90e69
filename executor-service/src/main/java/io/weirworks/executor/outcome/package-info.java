/**
 * What an end means: from an engine's final observation to the outcome that the run's terminal
 * event tells.
 */
@NullMarked
package io.weirworks.executor.outcome;

import org.jspecify.annotations.NullMarked;
