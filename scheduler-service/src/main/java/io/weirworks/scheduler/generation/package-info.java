/**
 * The room of instance generation: which instances a node has on a day, given when its versions
 * were deployed.
 */
@NullMarked
package io.weirworks.scheduler.generation;

import org.jspecify.annotations.NullMarked;
