package io.weirworks.scheduler.recurrence;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One tick of a schedule.
 *
 * @param time scheduled time
 * @param day the local day that it was planned for; that of {@code time} in the schedule's zone,
 *     except where a gap over midnight moved it
 * @param number which tick of the day it is, from 1 (PeriodNumber of dataworks-semantics 3.2)
 * @param of how many ticks the day has
 * @param kind what it asks for
 */
public record Tick(Instant time, LocalDate day, int number, int of, TickKind kind) {

  /** The day before the one that it is planned for (dataworks-semantics 2.1). */
  public LocalDate bizdate() {
    return day.minusDays(1);
  }
}
