/** The room of scheduling calendars: on which days a schedule counts at all. */
@NullMarked
package io.weirworks.scheduler.calendar;

import org.jspecify.annotations.NullMarked;
