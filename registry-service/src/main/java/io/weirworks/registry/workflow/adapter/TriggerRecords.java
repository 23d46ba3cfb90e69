package io.weirworks.registry.workflow.adapter;

import io.weirworks.contract.registry.DstFold;
import io.weirworks.contract.registry.DstGap;
import io.weirworks.contract.registry.MissedTicks;
import io.weirworks.contract.registry.Recurrence;
import io.weirworks.contract.registry.SchedulingCalendar;
import io.weirworks.contract.registry.Trigger;
import io.weirworks.contract.registry.TriggerType;
import io.weirworks.registry.schedule.Schedule;
import io.weirworks.registry.schedule.Timetable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Schedules in the contract's records. Enumerations have the same names on both sides. */
final class TriggerRecords {
  private static final DateTimeFormatter WALL_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private TriggerRecords() {}

  /** A node's own. */
  static Trigger of(Timetable timetable) {
    Trigger trigger = of(timetable.schedule());
    trigger.setTimeZone(timetable.zone().getId());
    return trigger;
  }

  /** A workflow's, in the workflow's zone. */
  static Trigger of(Schedule schedule) {
    return Trigger.newBuilder()
        .setType(TriggerType.SCHEDULER)
        .setCron(schedule.cron())
        .setStartTime(wallTime(schedule.start()))
        .setEndTime(wallTime(schedule.end()))
        .setRecurrence(Recurrence.valueOf(schedule.recurrence().name()))
        .setDstGap(DstGap.valueOf(schedule.dst().gap().name()))
        .setDstFold(DstFold.valueOf(schedule.dst().fold().name()))
        .setCalendar(schedule.calendar() == null ? null : calendar(schedule.calendar()))
        .setMissedTicks(MissedTicks.valueOf(schedule.missed().policy().name()))
        .setMissedTicksPerMinute(schedule.missed().perMinute())
        .build();
  }

  private static SchedulingCalendar calendar(
      io.weirworks.registry.schedule.SchedulingCalendar calendar) {
    return SchedulingCalendar.newBuilder()
        .setName(calendar.name())
        .setFrom(day(calendar.from()))
        .setTo(day(calendar.to()))
        .setWeekdays(calendar.weekdays().stream().map(Enum::name).toList())
        .setHolidays(days(calendar.holidays()))
        .setDays(days(calendar.days()))
        .build();
  }

  private static List<String> days(Collection<LocalDate> days) {
    return days.stream().map(LocalDate::toString).toList();
  }

  private static @Nullable String day(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  private static @Nullable String wallTime(@Nullable LocalDateTime time) {
    return time == null ? null : WALL_TIME.format(time);
  }
}
