package io.weirworks.scheduler.simulation;

import io.weirworks.scheduler.generation.DayPlan;
import io.weirworks.scheduler.generation.Timeline;
import io.weirworks.scheduler.recurrence.Tick;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Walks over a timeline's instances between two moments, in order of time. */
final class TimelineCursor implements Comparable<TimelineCursor> {
  private final Timeline timeline;
  private final Instant to;
  private final LocalDate lastDay;
  private LocalDate day;
  private DayPlan plan;
  private int index;

  TimelineCursor(Timeline timeline, Instant from, Instant to) {
    this.timeline = timeline;
    this.to = to;
    ZoneId zone = timeline.history().zone();
    // A gap over midnight may have moved a tick into the day behind its own.
    this.day = LocalDate.ofInstant(from, zone).minusDays(1);
    this.plan = timeline.on(day);
    this.lastDay = LocalDate.ofInstant(to, zone);
    skipEmptyDays();
    while (isThere() && tick().time().isBefore(from)) {
      advance();
    }
  }

  /** Whether it stands on an instance. */
  boolean isThere() {
    return !day.isAfter(lastDay) && tick().time().isBefore(to);
  }

  Tick tick() {
    return plan.instances().get(index).tick();
  }

  Timeline timeline() {
    return timeline;
  }

  /** Of the instance in its day. */
  int index() {
    return index;
  }

  void advance() {
    index++;
    skipEmptyDays();
  }

  private void skipEmptyDays() {
    while (!day.isAfter(lastDay) && index >= plan.size()) {
      day = day.plusDays(1);
      plan = timeline.on(day);
      index = 0;
    }
  }

  @Override
  public int compareTo(TimelineCursor other) {
    return tick().time().compareTo(other.tick().time());
  }
}
