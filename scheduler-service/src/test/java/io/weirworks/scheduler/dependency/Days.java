package io.weirworks.scheduler.dependency;

import io.weirworks.scheduler.generation.DayPlan;
import io.weirworks.scheduler.generation.Deployment;
import io.weirworks.scheduler.generation.GenerationHistory;
import io.weirworks.scheduler.generation.Timetable;
import io.weirworks.scheduler.recurrence.CronExpression;
import io.weirworks.scheduler.recurrence.Schedule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A node's days for tests: its cron expression, behind it {@code self} if it depends on itself. */
record Days(GenerationHistory history, boolean selfDependent) implements Plans {
  static final LocalDate D = LocalDate.of(2026, 3, 10);

  static Days of(String written) {
    return of(written, ZoneOffset.UTC, Deployment.LONG_AGO);
  }

  static Days of(String written, ZoneId zone, Instant deployedAt) {
    String cron = written.replace("self", "").strip();
    return new Days(
        GenerationHistory.of(
            Timetable.of(Schedule.of(CronExpression.parse(cron), zone)), deployedAt),
        written.contains("self"));
  }

  @Override
  public Side on(LocalDate day) {
    return new Side(history.on(day), selfDependent);
  }

  @Override
  public Optional<LocalDate> lastDayBefore(LocalDate day) {
    return Optional.of(day.minusDays(1)).filter(before -> !history.on(before).isEmpty());
  }

  int index(LocalDate day, String time) {
    DayPlan plan = history.on(day);
    return IntStream.range(0, plan.size())
        .filter(i -> plan.time(i).atZone(plan.zone()).toLocalTime().toString().equals(time))
        .findFirst()
        .orElseThrow();
  }

  /** Times of day, those of other days than D with {@code D-1}. */
  String shown(LocalDate day, Range range) {
    DayPlan plan = history.on(day);
    String prefix = day.equals(D) ? "" : "D" + (day.toEpochDay() - D.toEpochDay()) + " ";
    return IntStream.range(range.from(), range.to())
        .mapToObj(i -> prefix + plan.time(i).atZone(plan.zone()).toLocalTime())
        .collect(Collectors.joining(" "));
  }
}
