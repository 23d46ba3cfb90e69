package io.weirworks.scheduler.backfill;

import static io.weirworks.scheduler.backfill.Scopes.node;
import static io.weirworks.scheduler.backfill.Scopes.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.calendar.SchedulingCalendar;
import io.weirworks.scheduler.decision.Rejection;
import io.weirworks.scheduler.generation.BackfillCycles;
import io.weirworks.scheduler.generation.Timetable;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.recurrence.CronExpression;
import io.weirworks.scheduler.recurrence.DstPolicy;
import io.weirworks.scheduler.recurrence.EffectivePeriod;
import io.weirworks.scheduler.recurrence.Schedule;
import io.weirworks.scheduler.workflow.WorkflowDefinition;
import io.weirworks.scheduler.workflowinstance.FlowStatus;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A backfill has at most 900 workflow instances at once, since one transaction makes them. */
class BackfillLimitTest {
  private static final String EVERY_MINUTE = "00 * * * * ?";
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

  private static BackfillPlan plan(int dates, int parallelism, String to) {
    return new BackfillPlan(
        BackfillId.of("cli", "b"),
        new WorkflowId("w"),
        3,
        List.of(new BizdateRange(FIRST, FIRST.plusDays(dates - 1L))),
        BackfillOrder.ASC,
        parallelism,
        Map.of(),
        new BackfillCycles(LocalTime.MIDNIGHT, LocalTime.parse(to)),
        false,
        false);
  }

  @ParameterizedTest(name = "{0} until {1}, {2} dates, {3} at once: {4} instances")
  @CsvSource({
    "00 * * * * ?,    14:59,  5,  1, 900",
    "00 * * * * ?,    15:00,  5,  1,   0", // 901
    "00 * * * * ?,    23:59,  1,  1,   0", // 1,440
    "00 * * * * ?,    01:29, 30, 10, 900", // 90 × 10
    "00 * * * * ?,    01:30, 30, 10,   0", // 91 × 10
    "00 */15 * * * ?, 23:59, 30,  9, 864", // 96 × 9
    "00 */15 * * * ?, 23:59, 30, 10,   0", // 96 × 10
    "00 */15 * * * ?, 23:59,  9, 10, 864", // there are but 9 dates
    "00 */2 * * * ?,  23:59,  5,  1, 720",
    "00 */2 * * * ?,  23:59,  5,  2,   0", // 720 × 2
  })
  void moreThanNineHundredInstancesAtOnceAreRefused(
      String cron, String to, int dates, int parallelism, int atOnce) {
    // given
    BackfillWorld world =
        new BackfillWorld(Scopes.of(plan(dates, parallelism, to), workflow("w", cron, node("n"))));
    // when
    Optional<Rejection> refused = world.start();
    // then
    assertThat(refused.map(Rejection::field))
        .isEqualTo(atOnce == 0 ? Optional.of("parallelism") : Optional.empty());
    assertThat(world.created).hasSize(atOnce);
    if (atOnce > 0 && dates > parallelism) {
      // when
      world.report(FIRST, FlowStatus.SUCCESS);
      // then: the next date comes in the place of the first
      assertThat(world.created).hasSize(atOnce + atOnce / parallelism);
    }
  }

  @Test
  void theLargestDateCountsWhereTheFirstHasNone() {
    // given: the schedule is in force from the third date on
    Schedule late =
        new Schedule(
            CronExpression.parse(EVERY_MINUTE),
            ZoneOffset.UTC,
            new EffectivePeriod(FIRST.plusDays(3).atStartOfDay(), EffectivePeriod.UNBOUNDED.end()),
            new SchedulingCalendar.EveryDay(),
            DstPolicy.DOCUMENTED);
    WorkflowDefinition workflow =
        new WorkflowDefinition(
            new WorkflowId("w"),
            3,
            ZoneOffset.UTC,
            LocalTime.of(2, 30),
            List.of(),
            List.of(node("n")),
            Timetable.of(late));
    // when
    Optional<Rejection> refused =
        new BackfillWorld(Scopes.of(plan(5, 1, "23:59"), workflow)).start();
    // then
    assertThat(refused.map(Rejection::message))
        .hasValueSatisfying(message -> assertThat(message).contains("1440", "900"));
  }
}
