package io.weirworks.scheduler.generation;

import io.weirworks.scheduler.recurrence.Schedule;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * Which instances a backfill makes of a node for a business date (dataworks-semantics 5.2): those
 * that its timetable has on the day after, off-days being dry runs as ever. When the node was
 * deployed does not matter.
 *
 * @param from first time of day that is wanted of an hour or minute task
 * @param to last time of day that is wanted of it, itself included
 */
public record BackfillCycles(LocalTime from, LocalTime to) {
  /** All of the day. */
  public static final BackfillCycles ALL =
      new BackfillCycles(LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59));

  /** The instances of a business date. */
  public DayPlan of(Timetable timetable, LocalDate bizdate) {
    Schedule schedule = timetable.schedule();
    List<PlannedInstance> instances =
        schedule.ticks(bizdate.plusDays(1)).stream()
            .map(timetable::instance)
            .filter(instance -> !schedule.period().isWithinDay() || wants(instance, schedule))
            .toList();
    return new DayPlan(schedule.period(), schedule.zone(), instances);
  }

  private boolean wants(PlannedInstance instance, Schedule schedule) {
    LocalTime time = LocalTime.ofInstant(instance.tick().time(), schedule.zone());
    return !time.isBefore(from) && !time.isAfter(to);
  }
}
