/** Tests of the room of the same name. */
@NullMarked
package io.weirworks.scheduler.generation;

import org.jspecify.annotations.NullMarked;
