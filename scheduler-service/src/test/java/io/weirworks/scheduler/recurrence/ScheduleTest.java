package io.weirworks.scheduler.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.calendar.SchedulingCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a schedule ticks (dataworks-semantics 3.1, 3.10; scenarios 6, 7, 8, 9). */
class ScheduleTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate SUMMER_TIME_BEGINS = LocalDate.of(2026, 3, 29);
  private static final LocalDate SUMMER_TIME_ENDS = LocalDate.of(2026, 10, 25);

  private static Schedule schedule(String cron, String zone, String gap, String fold) {
    return new Schedule(
        CronExpression.parse(cron),
        ZoneId.of(zone),
        EffectivePeriod.UNBOUNDED,
        new SchedulingCalendar.EveryDay(),
        new DstPolicy(DstPolicy.Gap.valueOf(gap), DstPolicy.Fold.valueOf(fold)));
  }

  private static Schedule berlin(String cron) {
    return Schedule.of(CronExpression.parse(cron), BERLIN);
  }

  private static List<String> shown(Schedule schedule, LocalDate day) {
    return schedule.ticks(day).stream()
        .map(tick -> tick.time().atZone(schedule.zone()).toOffsetDateTime() + " " + tick.kind())
        .toList();
  }

  /** Scenario 9. */
  @Test
  void hourTaskHas23InstancesWhereSummerTimeBegins() {
    // when
    List<Tick> ticks = berlin("00 00 * * * ?").ticks(SUMMER_TIME_BEGINS);
    // then
    assertThat(ticks)
        .hasSize(23)
        .allSatisfy(
            tick -> {
              assertThat(tick.of()).isEqualTo(23);
              assertThat(tick.kind()).isEqualTo(TickKind.NORMAL);
            })
        .extracting(tick -> tick.time().atZone(BERLIN).getHour())
        .doesNotContain(2)
        .doesNotHaveDuplicates();
  }

  /** Scenario 9. */
  @Test
  void hourTaskHas24InstancesWhereSummerTimeEndsAndOfTheTwoAtTwoTheSecond() {
    // when
    List<Tick> ticks = berlin("00 00 * * * ?").ticks(SUMMER_TIME_ENDS);
    // then
    assertThat(ticks).hasSize(24);
    assertThat(ticks.get(2).time()).isEqualTo(Instant.parse("2026-10-25T01:00:00Z"));
  }

  @ParameterizedTest(name = "{0} in {1} on {2}, gap {3}, fold {4}: {5}")
  @CsvSource(
      delimiter = '|',
      value = {
        // Scenario 9: a task that is due once a day moves by the gap's length and dry-runs
        "00 30 02 * * ?   | Europe/Berlin       | 2026-03-29 | SHIFT_AS_DRY_RUN | LAST  | 2026-03-29T03:30+02:00 MOVED_BY_DST",
        "00 00 02 * * ?   | Europe/Berlin       | 2026-03-29 | SHIFT_AS_DRY_RUN | LAST  | 2026-03-29T03:00+02:00 MOVED_BY_DST",
        "00 59 02 ? * SUN | Europe/Berlin       | 2026-03-29 | SHIFT_AS_DRY_RUN | LAST  | 2026-03-29T03:59+02:00 MOVED_BY_DST",
        "00 30 02 29 * ?  | Europe/Berlin       | 2026-03-29 | SHIFT_AS_DRY_RUN | LAST  | 2026-03-29T03:30+02:00 MOVED_BY_DST",
        "00 30 02 29 3 ?  | Europe/Berlin       | 2026-03-29 | SHIFT_AS_DRY_RUN | LAST  | 2026-03-29T03:30+02:00 MOVED_BY_DST",
        "00 30 02 ? * MON | Europe/Berlin       | 2026-03-29 | SHIFT_AS_DRY_RUN | LAST  | 2026-03-29T03:30+02:00 OFF_DAY",
        "00 30 02 * * ?   | Europe/Berlin       | 2026-03-29 | SKIP             | LAST  | ''",
        "00 00 03 * * ?   | Europe/Berlin       | 2026-03-29 | SKIP             | LAST  | 2026-03-29T03:00+02:00 NORMAL",
        "00 30 02 * * ?   | Europe/Berlin       | 2026-10-25 | SHIFT_AS_DRY_RUN | LAST  | 2026-10-25T02:30+01:00 NORMAL",
        "00 30 02 * * ?   | Europe/Berlin       | 2026-10-25 | SHIFT_AS_DRY_RUN | FIRST | 2026-10-25T02:30+02:00 NORMAL",
        "00 30 02 * * ?   | Europe/Berlin       | 2026-10-25 | SHIFT_AS_DRY_RUN | BOTH  | 2026-10-25T02:30+02:00 NORMAL,2026-10-25T02:30+01:00 NORMAL",
        // an hour task has no instance in the gap, whatever the policy
        "00 30 2,3 * * ?  | Europe/Berlin       | 2026-03-29 | SHIFT_AS_DRY_RUN | LAST  | 2026-03-29T03:30+02:00 NORMAL",
        // midnight itself is skipped
        "00 30 00 * * ?   | Africa/Cairo        | 2026-04-24 | SHIFT_AS_DRY_RUN | LAST  | 2026-04-24T01:30+03:00 MOVED_BY_DST",
        "00 30 00 * * ?   | America/Havana      | 2026-03-08 | SHIFT_AS_DRY_RUN | LAST  | 2026-03-08T01:30-04:00 MOVED_BY_DST",
        "00 30 00 * * ?   | America/Santiago    | 2026-09-06 | SHIFT_AS_DRY_RUN | LAST  | 2026-09-06T01:30-03:00 MOVED_BY_DST",
        // half an hour
        "00 15 02 * * ?   | Australia/Lord_Howe | 2026-10-04 | SHIFT_AS_DRY_RUN | LAST  | 2026-10-04T02:45+11:00 MOVED_BY_DST",
        // a gap over midnight moves the tick into the next day, and it stays its own day's
        "00 45 23 * * ?   | Asia/Pyongyang      | 2018-05-04 | SHIFT_AS_DRY_RUN | LAST  | 2018-05-05T00:15+09:00 MOVED_BY_DST",
        // a day that a zone left out has one dry run too, so that no business date is missing
        "00 30 10 * * ?   | Pacific/Apia        | 2011-12-30 | SHIFT_AS_DRY_RUN | LAST  | 2011-12-31T10:30+14:00 MOVED_BY_DST",
        "00 30 10 * * ?   | Pacific/Apia        | 2011-12-31 | SHIFT_AS_DRY_RUN | LAST  | 2011-12-31T10:30+14:00 NORMAL",
      })
  void dstPolicyDecidesWhatBecomesOfATick(
      String cron, String zone, LocalDate day, String gap, String fold, String expected) {
    assertThat(String.join(",", shown(schedule(cron, zone, gap, fold), day))).isEqualTo(expected);
  }

  @Test
  void bothInAFoldAreNumberedInOrderOfTime() {
    // when
    List<Tick> ticks =
        schedule("00 0/30 * * * ?", "Europe/Berlin", "SKIP", "BOTH").ticks(SUMMER_TIME_ENDS);
    // then
    assertThat(ticks).hasSize(50).isSortedAccordingTo((a, b) -> a.time().compareTo(b.time()));
    assertThat(ticks).extracting(Tick::number).isSorted().doesNotHaveDuplicates();
  }

  /** Scenario 6. */
  @Test
  void weeklyTaskTicksEveryDayAndDryRunsOnOffDays() {
    // given
    Schedule schedule = berlin("00 00 01 ? * MON,FRI");
    // when
    String kinds =
        LocalDate.of(2026, 3, 2)
            .datesUntil(LocalDate.of(2026, 3, 9))
            .map(day -> schedule.ticks(day).getFirst().kind().toString())
            .collect(Collectors.joining(" "));
    // then
    assertThat(kinds).isEqualTo("NORMAL OFF_DAY OFF_DAY OFF_DAY NORMAL OFF_DAY OFF_DAY");
  }

  /** Scenario 7. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2024-02-28, OFF_DAY",
    "2024-02-29, NORMAL",
    "2025-02-27, OFF_DAY",
    "2025-02-28, NORMAL",
    "2025-03-01, OFF_DAY"
  })
  void monthlyTaskOnTheLastDayRunsInLeapAndOtherYears(LocalDate day, TickKind kind) {
    assertThat(berlin("00 00 02 L * ?").ticks(day)).extracting(Tick::kind).containsExactly(kind);
  }

  /** Scenario 8. */
  @ParameterizedTest(name = "{0}: {1} instances")
  @CsvSource({
    "2026-01-09, 0",
    "2026-01-10, 12",
    "2026-01-11, 24",
    "2026-01-12, 7",
    "2026-01-13, 0"
  })
  void thereAreNoTicksOutsideTheEffectivePeriodWhoseEndsBelongToIt(LocalDate day, int count) {
    // given
    Schedule schedule =
        new Schedule(
            CronExpression.parse("00 00 * * * ?"),
            BERLIN,
            new EffectivePeriod(
                LocalDateTime.parse("2026-01-10T12:00"), LocalDateTime.parse("2026-01-12T06:00")),
            new SchedulingCalendar.EveryDay(),
            DstPolicy.DOCUMENTED);
    // when
    List<Tick> ticks = schedule.ticks(day);
    // then
    assertThat(ticks).hasSize(count).allSatisfy(tick -> assertThat(tick.of()).isEqualTo(24));
    assertThat(ticks)
        .allSatisfy(
            tick -> assertThat(tick.number()).isEqualTo(tick.time().atZone(BERLIN).getHour() + 1));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2025-12-31, OFF_DAY",
    "2026-01-01, OFF_DAY",
    "2026-01-02, NORMAL",
    "2026-01-03, OFF_DAY",
    "2026-02-14, NORMAL",
    "2026-02-15, OFF_DAY",
    "2027-01-04, OFF_DAY"
  })
  void dayThatIsNotInTheCalendarDryRuns(LocalDate day, TickKind kind) {
    // given
    SchedulingCalendar calendar =
        new SchedulingCalendar.Custom(
            "factory",
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 12, 31),
            Set.of(
                DayOfWeek.MONDAY,
                DayOfWeek.TUESDAY,
                DayOfWeek.WEDNESDAY,
                DayOfWeek.THURSDAY,
                DayOfWeek.FRIDAY),
            Set.of(LocalDate.of(2026, 1, 1)),
            Set.of(LocalDate.of(2026, 2, 14)));
    Schedule schedule =
        new Schedule(
            CronExpression.parse("00 00 02 * * ?"),
            BERLIN,
            EffectivePeriod.UNBOUNDED,
            calendar,
            DstPolicy.DOCUMENTED);
    // then
    assertThat(schedule.ticks(day)).extracting(Tick::kind).containsExactly(kind);
  }

  @Test
  void nextTickIsComputedFromTheFiredOne() {
    // given
    Schedule schedule = berlin("00 00 */12 * * ?");
    Tick fired = schedule.firstAfter(Instant.parse("2026-03-28T22:59:59Z")).orElseThrow();
    // when
    Tick second = schedule.next(fired).orElseThrow();
    Tick third = schedule.next(second).orElseThrow();
    // then
    assertThat(fired.time()).isEqualTo(Instant.parse("2026-03-28T23:00:00Z"));
    assertThat(second.time()).isEqualTo(Instant.parse("2026-03-29T10:00:00Z"));
    assertThat(third.time()).isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
  }

  @Test
  void nextTickStepsOverADayWithoutAnyAndEndsWithTheEffectivePeriod() {
    // given
    Schedule schedule =
        new Schedule(
            CronExpression.parse("00 30 02 * * ?"),
            BERLIN,
            new EffectivePeriod(
                LocalDateTime.parse("2026-03-28T00:00"), LocalDateTime.parse("2026-03-30T12:00")),
            new SchedulingCalendar.EveryDay(),
            new DstPolicy(DstPolicy.Gap.SKIP, DstPolicy.Fold.LAST));
    // when
    Tick first = schedule.firstAfter(Instant.EPOCH).orElseThrow();
    Tick second = schedule.next(first).orElseThrow();
    // then
    assertThat(first.day()).isEqualTo("2026-03-28");
    assertThat(second.day()).isEqualTo("2026-03-30");
    assertThat(schedule.next(second)).isEmpty();
  }
}
