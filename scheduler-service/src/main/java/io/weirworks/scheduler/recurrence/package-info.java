/**
 * The room of time: at which instants a schedule ticks, in every time zone and across every change
 * of its offset, and which instant a business date means for a workflow.
 */
@NullMarked
package io.weirworks.scheduler.recurrence;

import org.jspecify.annotations.NullMarked;
