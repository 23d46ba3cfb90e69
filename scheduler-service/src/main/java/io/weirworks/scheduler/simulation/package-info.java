/**
 * The room of simulation: what will run, when, waiting for what, by the same rules as production
 * and without any clock.
 */
@NullMarked
package io.weirworks.scheduler.simulation;

import org.jspecify.annotations.NullMarked;
