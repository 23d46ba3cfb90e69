package io.weirworks.standalone.simulate;

import io.weirworks.registry.schedule.Timetable;
import io.weirworks.scheduler.calendar.SchedulingCalendar;
import io.weirworks.scheduler.recurrence.CronExpression;
import io.weirworks.scheduler.recurrence.DstPolicy;
import io.weirworks.scheduler.recurrence.EffectivePeriod;
import io.weirworks.scheduler.recurrence.InvalidCronException;
import io.weirworks.scheduler.recurrence.Schedule;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Schedules of drafts as the scheduler's core has them. */
final class Schedules {
  private Schedules() {}

  /**
   * A draft's.
   *
   * @throws InvalidCronException where its cron expression is wrong
   */
  static Schedule of(Timetable timetable) {
    var schedule = timetable.schedule();
    return new Schedule(
        CronExpression.parse(schedule.cron()),
        timetable.zone(),
        period(schedule.start(), schedule.end()),
        schedule.calendar() == null
            ? new SchedulingCalendar.EveryDay()
            : calendar(schedule.calendar()),
        new DstPolicy(
            DstPolicy.Gap.valueOf(schedule.dst().gap().name()),
            DstPolicy.Fold.valueOf(schedule.dst().fold().name())));
  }

  private static SchedulingCalendar calendar(
      io.weirworks.registry.schedule.SchedulingCalendar calendar) {
    return new SchedulingCalendar.Custom(
        calendar.name(),
        calendar.from() == null ? LocalDate.MIN : calendar.from(),
        calendar.to() == null ? LocalDate.MAX : calendar.to(),
        calendar.weekdays(),
        calendar.holidays(),
        calendar.days());
  }

  private static EffectivePeriod period(
      @Nullable LocalDateTime start, @Nullable LocalDateTime end) {
    return new EffectivePeriod(
        start == null ? EffectivePeriod.UNBOUNDED.start() : start,
        end == null ? EffectivePeriod.UNBOUNDED.end() : end);
  }
}
