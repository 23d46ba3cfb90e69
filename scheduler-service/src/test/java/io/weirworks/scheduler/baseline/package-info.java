/** Tests of the room of the same name. */
@NullMarked
package io.weirworks.scheduler.baseline;

import org.jspecify.annotations.NullMarked;
