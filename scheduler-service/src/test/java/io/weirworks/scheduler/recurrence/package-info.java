/** Tests of the room of the same name. */
@NullMarked
package io.weirworks.scheduler.recurrence;

import org.jspecify.annotations.NullMarked;
