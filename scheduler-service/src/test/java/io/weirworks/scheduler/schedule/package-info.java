/** Tests of schedules. */
@NullMarked
package io.weirworks.scheduler.schedule;

import org.jspecify.annotations.NullMarked;
