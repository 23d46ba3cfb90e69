package io.weirworks.scheduler.recurrence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The scheduled time of a workflow for a business date (dataworks-semantics 2.1). */
public final class ScheduledTime {

  private ScheduledTime() {}

  /**
   * The day after the business date at the workflow's time of day. A wall time that a DST change
   * skips moves forward by the length of the gap (dataworks-semantics 3.10); one that occurs twice
   * is the later.
   *
   * @param zone of the trigger, else of the workspace, else UTC; already resolved by
   *     registry-service
   */
  public static Instant of(LocalDate bizdate, LocalTime timeOfDay, ZoneId zone) {
    return bizdate
        .plusDays(1)
        .atTime(timeOfDay)
        .atZone(zone)
        .withLaterOffsetAtOverlap()
        .toInstant();
  }
}
