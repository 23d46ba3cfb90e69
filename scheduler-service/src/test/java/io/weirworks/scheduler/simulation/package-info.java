/** Tests of the room of the same name. */
@NullMarked
package io.weirworks.scheduler.simulation;

import org.jspecify.annotations.NullMarked;
