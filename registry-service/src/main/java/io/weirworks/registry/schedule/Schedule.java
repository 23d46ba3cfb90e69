package io.weirworks.registry.schedule;

import io.weirworks.registry.flowspec.Recurrence;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When instances are due, in a zone that is told beside it (dataworks-semantics 1.5, 3.1, 3.10).
 *
 * @param cron six fields: second, minute, hour, day of month, month, day of week
 * @param start first wall time of the effective period; absent: no bound
 * @param end last wall time of the effective period; absent: no bound
 * @param dst what becomes of wall times that a change of offset skips or repeats
 * @param calendar the days on which it runs; absent: all
 * @param missed what becomes of times that nobody was there to generate
 */
public record Schedule(
    String cron,
    @Nullable LocalDateTime start,
    @Nullable LocalDateTime end,
    Recurrence recurrence,
    DstPolicy dst,
    @Nullable SchedulingCalendar calendar,
    MissedTicks missed) {

  public Schedule {
    // Rows of before there were policies have none.
    dst = Objects.requireNonNullElse(dst, DstPolicy.DOCUMENTED);
    missed = Objects.requireNonNullElse(missed, MissedTicks.ALL);
  }

  Schedule recurring(Recurrence other) {
    return new Schedule(cron, start, end, other, dst, calendar, missed);
  }
}
