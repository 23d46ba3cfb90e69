package io.weirworks.standalone.simulate;

import io.weirworks.contract.registry.Trigger;
import io.weirworks.registry.schedule.Timetable;
import io.weirworks.scheduler.calendar.SchedulingCalendar;
import io.weirworks.scheduler.recurrence.CronExpression;
import io.weirworks.scheduler.recurrence.DstPolicy;
import io.weirworks.scheduler.recurrence.EffectivePeriod;
import io.weirworks.scheduler.recurrence.InvalidCronException;
import io.weirworks.scheduler.recurrence.Schedule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Schedules of drafts and of deployed definitions as the scheduler's core has them. */
final class Schedules {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

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

  /**
   * A deployed one.
   *
   * @param ofWorkflow zone of triggers that name none
   */
  static Schedule of(Trigger trigger, String ofWorkflow) {
    return new Schedule(
        CronExpression.parse(trigger.getCron()),
        ZoneId.of(trigger.getTimeZone() == null ? ofWorkflow : trigger.getTimeZone()),
        period(time(trigger.getStartTime()), time(trigger.getEndTime())),
        trigger.getCalendar() == null
            ? new SchedulingCalendar.EveryDay()
            : calendar(trigger.getCalendar()),
        new DstPolicy(gap(trigger), fold(trigger)));
  }

  private static DstPolicy.Gap gap(Trigger trigger) {
    return switch (trigger.getDstGap()) {
      case SKIP -> DstPolicy.Gap.SKIP;
      case SHIFT_AS_DRY_RUN, UNKNOWN -> DstPolicy.Gap.SHIFT_AS_DRY_RUN;
    };
  }

  private static DstPolicy.Fold fold(Trigger trigger) {
    return switch (trigger.getDstFold()) {
      case FIRST -> DstPolicy.Fold.FIRST;
      case BOTH -> DstPolicy.Fold.BOTH;
      case LAST, UNKNOWN -> DstPolicy.Fold.LAST;
    };
  }

  private static SchedulingCalendar calendar(
      io.weirworks.contract.registry.SchedulingCalendar calendar) {
    return new SchedulingCalendar.Custom(
        calendar.getName(),
        calendar.getFrom() == null ? LocalDate.MIN : LocalDate.parse(calendar.getFrom()),
        calendar.getTo() == null ? LocalDate.MAX : LocalDate.parse(calendar.getTo()),
        calendar.getWeekdays().stream().map(DayOfWeek::valueOf).collect(Collectors.toSet()),
        dates(calendar.getHolidays()),
        dates(calendar.getDays()));
  }

  private static Set<LocalDate> dates(Collection<String> dates) {
    return dates.stream().map(LocalDate::parse).collect(Collectors.toSet());
  }

  private static @Nullable LocalDateTime time(@Nullable String written) {
    return written == null ? null : LocalDateTime.parse(written, TIME);
  }

  private static EffectivePeriod period(
      @Nullable LocalDateTime start, @Nullable LocalDateTime end) {
    return new EffectivePeriod(
        start == null ? EffectivePeriod.UNBOUNDED.start() : start,
        end == null ? EffectivePeriod.UNBOUNDED.end() : end);
  }
}
