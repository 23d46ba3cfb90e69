/** Tests of how schedules are stored. */
@NullMarked
package io.weirworks.scheduler.schedule.adapter;

import org.jspecify.annotations.NullMarked;
