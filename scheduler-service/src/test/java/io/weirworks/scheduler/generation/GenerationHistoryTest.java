package io.weirworks.scheduler.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.recurrence.CronExpression;
import io.weirworks.scheduler.recurrence.Schedule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which instances a node has on a day (dataworks-semantics 3.3, 3.4; scenarios 4, 5, 6, 8, 24). */
class GenerationHistoryTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate D = LocalDate.of(2026, 3, 10);

  private static Timetable timetable(String cron, Recurrence recurrence, InstanceMode mode) {
    return new Timetable(Schedule.of(CronExpression.parse(cron), ZONE), recurrence, mode);
  }

  private static Timetable nextDay(String cron) {
    return timetable(cron, Recurrence.NORMAL, InstanceMode.T_PLUS_1);
  }

  private static Timetable immediately(String cron) {
    return timetable(cron, Recurrence.NORMAL, InstanceMode.IMMEDIATELY);
  }

  private static Instant at(String wallTime) {
    return LocalDateTime.parse(wallTime).atZone(ZONE).toInstant();
  }

  private static String shown(DayPlan plan) {
    return plan.instances().stream()
        .map(
            instance ->
                instance.tick().time().atZone(ZONE).toLocalTime() + " " + instance.type().code())
        .collect(Collectors.joining(", "));
  }

  /** Scenario 4. */
  @ParameterizedTest(name = "deployed {0} {1}: first instances on {2}")
  @CsvSource({
    "2026-03-10T23:20,    T_PLUS_1,    2026-03-11",
    "2026-03-10T23:29:59, T_PLUS_1,    2026-03-11",
    "2026-03-10T23:30,    T_PLUS_1,    2026-03-12",
    "2026-03-10T23:40,    T_PLUS_1,    2026-03-12",
    "2026-03-10T23:59:59, T_PLUS_1,    2026-03-12",
    "2026-03-11T00:00,    T_PLUS_1,    2026-03-12",
    // while the next day is built nothing is generated at once either
    "2026-03-10T23:29:59, IMMEDIATELY, 2026-03-10",
    "2026-03-10T23:40,    IMMEDIATELY, 2026-03-12",
  })
  void deploymentTakesEffectWithTheNightlyGenerationThatSeesIt(
      String deployed, InstanceMode mode, LocalDate first) {
    // given
    GenerationHistory history =
        GenerationHistory.of(timetable("00 00 02 * * ?", Recurrence.NORMAL, mode), at(deployed));
    // when
    List<LocalDate> days =
        D.minusDays(1).datesUntil(D.plusDays(5)).filter(day -> !history.on(day).isEmpty()).toList();
    // then
    assertThat(days.getFirst()).isEqualTo(first);
    assertThat(days.getLast()).isEqualTo(D.plusDays(4));
    assertThat(history.firstDay()).isBeforeOrEqualTo(first);
  }

  /** Scenario 5: deployed at 10:00 for the same day. */
  @ParameterizedTest(name = "{0}: new {1}, modified {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "00 05 10 * * ? | 10:05 7 | 06:00 0",
        "00 10 10 * * ? | 10:10 7 | 06:00 0",
        "00 11 10 * * ? | 10:11 0 | 06:00 0, 10:11 0",
        "00 30 10 * * ? | 10:30 0 | 06:00 0, 10:30 0",
        "00 00 09 * * ? | 09:00 7 | 06:00 0",
        "00 00 8,12 * * ? | 08:00 7, 12:00 0 | 06:00 0, 12:00 0",
      })
  void immediateDeploymentMakesRealInstancesAfterTenMinutesAndExpiredOnesForANewTaskOnly(
      String cron, String ofNew, String ofModified) {
    // given
    GenerationHistory fresh = GenerationHistory.of(immediately(cron), at("2026-03-10T10:00"));
    GenerationHistory modified =
        new GenerationHistory(
            ZONE,
            List.of(
                new Deployment(Deployment.LONG_AGO, nextDay("00 00 06,18 * * ?")),
                new Deployment(at("2026-03-10T10:00"), immediately(cron))));
    // then
    assertThat(shown(fresh.on(D))).isEqualTo(ofNew);
    assertThat(shown(modified.on(D))).isEqualTo(ofModified);
    assertThat(shown(modified.on(D.minusDays(1)))).isEqualTo("06:00 0, 18:00 0");
    assertThat(fresh.on(D.minusDays(1)).isEmpty()).isTrue();
    assertThat(fresh.on(D.plusDays(1)).instances())
        .isNotEmpty()
        .allSatisfy(instance -> assertThat(instance.type()).isEqualTo(SchedulerType.NORMAL));
    assertThat(shown(modified.on(D.plusDays(1)))).isEqualTo(shown(fresh.on(D.plusDays(1))));
  }

  @Test
  void newVersionForTheNextDayLeavesTodaysInstances() {
    // given
    GenerationHistory history =
        new GenerationHistory(
            ZONE,
            List.of(
                new Deployment(Deployment.LONG_AGO, nextDay("00 00 06,18 * * ?")),
                new Deployment(at("2026-03-10T10:00"), nextDay("00 00 07 * * ?"))));
    // then
    assertThat(shown(history.on(D))).isEqualTo("06:00 0, 18:00 0");
    assertThat(shown(history.on(D.plusDays(1)))).isEqualTo("07:00 0");
  }

  @Test
  void newVersionDuringTheGenerationLeavesTheNextDaysInstancesToo() {
    // given
    GenerationHistory history =
        new GenerationHistory(
            ZONE,
            List.of(
                new Deployment(Deployment.LONG_AGO, nextDay("00 00 06 * * ?")),
                new Deployment(at("2026-03-10T23:45"), nextDay("00 00 07 * * ?"))));
    // then
    assertThat(shown(history.on(D.plusDays(1)))).isEqualTo("06:00 0");
    assertThat(shown(history.on(D.plusDays(2)))).isEqualTo("07:00 0");
  }

  @ParameterizedTest(name = "undeployed {0}: last instances on {1}")
  @CsvSource({
    "2026-03-10T10:00, 2026-03-10",
    "2026-03-10T23:29, 2026-03-10",
    "2026-03-10T23:30, 2026-03-11"
  })
  void undeployedNodeKeepsTheInstancesThatWereBuiltAndGetsNoMore(
      String undeployed, LocalDate last) {
    // given
    GenerationHistory history =
        new GenerationHistory(
            ZONE,
            List.of(
                new Deployment(Deployment.LONG_AGO, nextDay("00 00 18 * * ?")),
                new Deployment(at(undeployed), null)));
    // then
    assertThat(history.on(last).isEmpty()).isFalse();
    assertThat(history.on(last.plusDays(1)).isEmpty()).isTrue();
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource({
    // 2026-03-10 is a Tuesday
    "NORMAL, 2026-03-09, NORMAL",
    "NORMAL, 2026-03-10, SKIP_CYCLE",
    "SKIP,   2026-03-09, SKIP",
    "SKIP,   2026-03-10, SKIP",
    "PAUSE,  2026-03-09, PAUSE",
    "PAUSE,  2026-03-10, PAUSE",
  })
  void recurrenceOfTheNodeGoesBeforeWhatTheDaySays(
      Recurrence recurrence, LocalDate day, SchedulerType type) {
    // given
    GenerationHistory history =
        GenerationHistory.of(
            timetable("00 00 02 ? * MON", recurrence, InstanceMode.T_PLUS_1), Deployment.LONG_AGO);
    // then
    assertThat(history.on(day).instances()).extracting(PlannedInstance::type).containsExactly(type);
  }

  /** Scenario 24: what is frozen on one day stays failed when the node is resumed the next. */
  @Test
  void resumedNodeRunsFromTheNextGeneration() {
    // given
    GenerationHistory history =
        new GenerationHistory(
            ZONE,
            List.of(
                new Deployment(
                    Deployment.LONG_AGO,
                    timetable("00 00 18 * * ?", Recurrence.PAUSE, InstanceMode.T_PLUS_1)),
                new Deployment(at("2026-03-10T10:00"), nextDay("00 00 18 * * ?"))));
    // then
    assertThat(shown(history.on(D))).isEqualTo("18:00 2");
    assertThat(shown(history.on(D.plusDays(1)))).isEqualTo("18:00 0");
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "NORMAL, 0, false",
    "MANUAL, 1, false",
    "PAUSE, 2, false",
    "SKIP, 3, true",
    "SKIP_UNCHOOSE, 4, true",
    "SKIP_CYCLE, 5, true",
    "CONDITION_UNCHOOSE, 6, true",
    "REALTIME_DEPRECATED, 7, true",
  })
  void schedulerTypesHaveTheVendorsNumbers(SchedulerType type, int code, boolean dryRun) {
    assertThat(type.code()).isEqualTo(code);
    assertThat(type.isDryRun()).isEqualTo(dryRun);
  }
}
