package io.weirworks.scheduler.recurrence;

import java.time.LocalDateTime;

/**
 * Between which wall times a schedule ticks, both included; outside it has no instances
 * (dataworks-semantics 3.3).
 */
public record EffectivePeriod(LocalDateTime start, LocalDateTime end) {
  /** What a trigger without bounds has (dataworks-semantics 1.5). */
  public static final EffectivePeriod UNBOUNDED =
      new EffectivePeriod(LocalDateTime.of(1970, 1, 1, 0, 0), LocalDateTime.of(9999, 1, 1, 0, 0));

  boolean has(LocalDateTime wallTime) {
    return !wallTime.isBefore(start) && !wallTime.isAfter(end);
  }
}
