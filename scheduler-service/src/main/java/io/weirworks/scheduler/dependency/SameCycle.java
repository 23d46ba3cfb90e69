package io.weirworks.scheduler.dependency;

import io.weirworks.scheduler.generation.DayPlan;
import io.weirworks.scheduler.recurrence.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * The proximity rule: which of an upstream's instances of the same date an instance depends on
 * (dataworks-semantics 3.6, row by row). Week, month and year are as day: they have one instance
 * every day.
 */
public final class SameCycle {

  private SameCycle() {}

  /**
   * The upstream's instances that the downstream's {@code index}th instance of the day waits for.
   * None where the upstream has no instance that day, and for a self-dependent downstream behind
   * its first of the day, which waits for the one before it instead.
   */
  public static Range match(Side downstream, int index, Side upstream) {
    DayPlan up = upstream.plan();
    if (up.isEmpty()) {
      return Range.NONE;
    }
    if (!downstream.isWithinDay()) {
      return onceADay(downstream, index, upstream);
    }
    if (!upstream.isWithinDay()) {
      boolean chained = downstream.selfDependent() && index > 0;
      return chained ? Range.NONE : nearest(downstream.plan().time(index), up);
    }
    return withinDay(downstream, index, upstream);
  }

  /**
   * All instances of an hour or minute task; if it depends on itself, its nearest stands for all.
   */
  private static Range onceADay(Side downstream, int index, Side upstream) {
    DayPlan up = upstream.plan();
    if (upstream.isWithinDay() && !upstream.selfDependent()) {
      return new Range(0, up.size());
    }
    return upstream.isWithinDay()
        ? nearest(downstream.plan().time(index), up)
        : byNumber(downstream.plan(), index, up);
  }

  private static Range withinDay(Side downstream, int index, Side upstream) {
    DayPlan down = downstream.plan();
    DayPlan up = upstream.plan();
    return switch (down.period()) {
      case HOUR ->
          up.period() == Period.HOUR
              ? hourOnHour(down, index, up)
              : hourOnMinute(downstream, index, upstream);
      case MINUTE ->
          up.period() == Period.MINUTE ? byNumber(down, index, up) : nearest(down.time(index), up);
      case DAY, WEEK, MONTH, YEAR -> throw new IllegalStateException(down + " is within a day");
    };
  }

  /** With more ancestors than descendants each takes all since the descendant before it. */
  private static Range hourOnHour(DayPlan down, int index, DayPlan up) {
    if (up.ticks() <= down.ticks()) {
      return byNumber(down, index, up);
    }
    int from = index == 0 ? 0 : up.countUntil(down.time(index - 1));
    Range sincePrevious = new Range(from, up.countUntil(down.time(index)));
    return sincePrevious.isEmpty() ? nearest(down.time(index), up) : sincePrevious;
  }

  /** All minute instances inside the hour; if both depend on themselves the nearest. */
  private static Range hourOnMinute(Side downstream, int index, Side upstream) {
    DayPlan up = upstream.plan();
    Instant due = downstream.plan().time(index);
    if (downstream.selfDependent() && upstream.selfDependent()) {
      return nearest(due, up);
    }
    LocalTime clock = LocalTime.ofInstant(due, downstream.plan().zone());
    Instant hour = due.minus(Duration.between(clock.truncatedTo(ChronoUnit.HOURS), clock));
    Range inside = new Range(up.countBefore(hour), up.countBefore(hour.plus(1, ChronoUnit.HOURS)));
    return inside.isEmpty() ? nearest(due, up) : inside;
  }

  /** As many a day: the nth on the nth, whatever the clock; else the nearest. */
  private static Range byNumber(DayPlan down, int index, DayPlan up) {
    int same =
        up.ticks() == down.ticks() ? up.indexOf(down.instances().get(index).tick().number()) : -1;
    return same < 0 ? nearest(down.time(index), up) : Range.one(same);
  }

  /** The last one at or before the moment; before the first of the day it is the first. */
  static Range nearest(Instant moment, DayPlan up) {
    return Range.one(Math.max(0, up.countUntil(moment) - 1));
  }
}
