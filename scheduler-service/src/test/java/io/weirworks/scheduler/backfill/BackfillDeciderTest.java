package io.weirworks.scheduler.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.decision.Rejection;
import io.weirworks.scheduler.decision.RejectionCode;
import io.weirworks.scheduler.generation.BackfillCycles;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.workflowinstance.FlowStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackfillDeciderTest {
  private static final LocalDate D1 = LocalDate.of(2025, 10, 30);
  private static final LocalDate D2 = D1.plusDays(1);
  private static final LocalDate D3 = D1.plusDays(2);
  private static final LocalDate D4 = D1.plusDays(3);

  @Test
  void bothEndsAreIncludedAndTheNextDateBeginsWhenOneSucceeds() {
    // given
    BackfillWorld world = started(D1, D3, BackfillOrder.ASC, 1);
    assertThat(world.created).containsExactly(D1);
    // when
    world.report(D1, FlowStatus.SUCCESS);
    assertThat(world.created).containsExactly(D1, D2);
    world.report(D2, FlowStatus.SUCCESS);
    world.report(D3, FlowStatus.SUCCESS);
    // then
    assertThat(world.created).containsExactly(D1, D2, D3);
    assertThat(world.backfill().state()).isEqualTo(new BackfillState.Ended(FlowStatus.SUCCESS));
    assertThat(world.backfill().counts()).isEqualTo(new BackfillCounts(0, 0, 3, 0, 0));
    assertThat(world.backfill().sequence()).isEqualTo(2);
  }

  @Test
  void theWindowSlidesDateByDateInTheOrderAskedFor() {
    // given
    BackfillWorld world = started(D1, D4, BackfillOrder.DESC, 2);
    assertThat(world.created).containsExactly(D4, D3);
    // when: the later of the two ends first
    world.report(D3, FlowStatus.SUCCESS);
    // then
    assertThat(world.created).containsExactly(D4, D3, D2);
    assertThat(world.backfill().open().keySet()).containsExactlyInAnyOrder(D4, D2);
  }

  @Test
  void aDateThatFailsStopsFurtherDatesAndTheOpenOnesRunToTheirEnd() {
    // given
    BackfillWorld world = started(D1, D4, BackfillOrder.ASC, 2);
    // when
    world.report(D1, FlowStatus.FAILURE);
    assertThat(world.backfill().state()).isEqualTo(new BackfillState.Failing());
    assertThat(world.stopped).isEmpty();
    world.report(D2, FlowStatus.SUCCESS);
    // then
    assertThat(world.created).containsExactly(D1, D2);
    assertThat(world.backfill().state()).isEqualTo(new BackfillState.Ended(FlowStatus.FAILURE));
    assertThat(world.backfill().counts()).isEqualTo(new BackfillCounts(2, 0, 1, 1, 0));
  }

  @Test
  void aDateThatSomebodyCancelledByItselfIsNoSuccessEither() {
    // given
    BackfillWorld world = started(D1, D3, BackfillOrder.ASC, 1);
    // when
    world.report(D1, FlowStatus.CANCELLED);
    // then
    assertThat(world.created).containsExactly(D1);
    assertThat(world.backfill().state()).isEqualTo(new BackfillState.Ended(FlowStatus.FAILURE));
    assertThat(world.backfill().counts()).isEqualTo(new BackfillCounts(2, 0, 0, 0, 1));
  }

  @Test
  void cancelStopsTheOpenDatesBeginsNoMoreAndCountsTheRestAsCancelled() {
    // given
    BackfillWorld world = started(D1, D4, BackfillOrder.ASC, 2);
    // when
    assertThat(world.cancel()).isEmpty();
    assertThat(world.cancel()).isEmpty();
    assertThat(world.stopped).containsExactly(D1, D2);
    world.report(D1, FlowStatus.SUCCESS);
    world.report(D2, FlowStatus.CANCELLED);
    // then
    assertThat(world.created).containsExactly(D1, D2);
    assertThat(world.backfill().state()).isEqualTo(new BackfillState.Ended(FlowStatus.CANCELLED));
    assertThat(world.backfill().counts()).isEqualTo(new BackfillCounts(0, 0, 1, 0, 3));
    assertThat(world.cancel()).map(Rejection::code).contains(RejectionCode.OPERATION_DENIED);
  }

  @Test
  void aFailingBackfillCanStillBeCancelled() {
    // given
    BackfillWorld world = started(D1, D3, BackfillOrder.ASC, 2);
    world.report(D1, FlowStatus.FAILURE);
    // when
    world.cancel();
    world.report(D2, FlowStatus.CANCELLED);
    // then
    assertThat(world.stopped).containsExactly(D2);
    assertThat(world.backfill().counts()).isEqualTo(new BackfillCounts(0, 0, 0, 1, 2));
  }

  @Test
  void repeatedForeignAndRunningReportsChangeNothing() {
    // given
    BackfillWorld world = started(D1, D3, BackfillOrder.ASC, 1);
    world.report(D1, FlowStatus.SUCCESS);
    Backfill before = world.backfill();
    // when
    world.report(D1, FlowStatus.FAILURE);
    world.report(D3, FlowStatus.SUCCESS);
    world.report(D2, FlowStatus.RUNNING);
    world.send(
        new BackfillCommand.ReportWorkflowInstance(
            WorkflowInstanceId.manual("cli", "1"), D2, FlowStatus.SUCCESS));
    world.start();
    // then
    assertThat(world.backfill()).isEqualTo(before);
  }

  @ParameterizedTest(name = "{0} to {1}, {2} at once: {3} {4}={5}")
  @CsvSource({
    "2025-10-31, 2025-10-30, 1, InvalidParameter, fromBizdate, 2025-10-31",
    "2025-10-30, 2025-10-31, 0, InvalidParameter, parallelism, 0",
    "2025-10-30, 2025-10-31, 11, InvalidParameter, parallelism, 11",
  })
  void wrongRangesAndParallelismAreRefused(
      LocalDate from, LocalDate to, int parallelism, String code, String field, String value) {
    // when
    var rejection = new BackfillWorld(plan(from, to, BackfillOrder.ASC, parallelism)).start();
    // then
    assertThat(rejection)
        .hasValueSatisfying(
            refused -> {
              assertThat(refused.code().code()).isEqualTo(code);
              assertThat(refused.field()).isEqualTo(field);
              assertThat(refused.value()).isEqualTo(value);
            });
  }

  @Test
  void anUnknownBackfillIsNotFound() {
    assertThat(new BackfillWorld(plan(D1, D2, BackfillOrder.ASC, 1)).cancel())
        .map(Rejection::code)
        .contains(RejectionCode.NOT_FOUND);
  }

  private static BackfillWorld started(
      LocalDate from, LocalDate to, BackfillOrder order, int parallelism) {
    BackfillWorld world = new BackfillWorld(plan(from, to, order, parallelism));
    assertThat(world.start()).isEmpty();
    return world;
  }

  /** Row 35. */
  @Test
  void moreThanSevenRangesAndRangesThatOverlapAreRefused() {
    // given
    BackfillPlan one = plan(D1, D1, BackfillOrder.ASC, 1);
    List<BizdateRange> eight =
        IntStream.range(0, 8)
            .mapToObj(week -> new BizdateRange(D1.plusWeeks(week), D1.plusWeeks(week)))
            .toList();
    List<BizdateRange> overlapping = List.of(new BizdateRange(D1, D3), new BizdateRange(D3, D4));
    // when, then
    assertThat(new BackfillWorld(Scopes.with(one, eight)).start())
        .hasValueSatisfying(
            refused -> {
              assertThat(refused.message()).contains("at most 7 ranges");
              assertThat(refused.value()).isEqualTo("8");
            });
    assertThat(new BackfillWorld(Scopes.with(one, overlapping)).start())
        .hasValueSatisfying(refused -> assertThat(refused.message()).contains("dates in common"));
    assertThat(new BackfillWorld(Scopes.with(one, eight.subList(0, 7))).start()).isEmpty();
  }

  @Test
  void datesOfSeveralRangesRunInTheOrderAskedFor() {
    // given
    BackfillPlan plan =
        Scopes.with(
            plan(D1, D1, BackfillOrder.DESC, 3),
            List.of(new BizdateRange(D1, D2), new BizdateRange(D4, D4)));
    // when
    BackfillWorld world = new BackfillWorld(plan);
    world.start();
    // then
    assertThat(world.created).containsExactly(D4, D2, D1);
    assertThat(plan.size()).isEqualTo(3);
  }

  /** R25. */
  @Test
  void pausedBackfillBeginsNothingAndResumedGoesOnWithTheNextDate() {
    // given
    BackfillWorld world = started(D1, D4, BackfillOrder.ASC, 2);
    // when
    assertThat(world.pause()).isEmpty();
    world.report(D1, FlowStatus.SUCCESS);
    world.report(D2, FlowStatus.SUCCESS);
    // then
    assertThat(world.created).containsExactly(D1, D2);
    assertThat(world.completed).isEmpty();
    // when
    assertThat(world.resume()).isEmpty();
    // then
    assertThat(world.created).containsExactly(D1, D2, D3, D4);
    assertThat(world.resume()).map(Rejection::code).contains(RejectionCode.OPERATION_DENIED);
  }

  @Test
  void pausedBackfillWhoseDatesHaveAllEndedIsOver() {
    // given
    BackfillWorld world = started(D1, D2, BackfillOrder.ASC, 2);
    world.pause();
    // when
    world.report(D1, FlowStatus.SUCCESS);
    world.report(D2, FlowStatus.SUCCESS);
    // then
    assertThat(world.backfill().state()).isEqualTo(new BackfillState.Ended(FlowStatus.SUCCESS));
  }

  /** R24. */
  @Test
  void plannedBackfillBeginsOnlyForWhoHasSeenItsPlan() {
    // given
    BackfillWorld world = new BackfillWorld(Scopes.planned(plan(D1, D3, BackfillOrder.ASC, 1)));
    world.start();
    assertThat(world.created).isEmpty();
    // when, then
    assertThat(world.begin("another"))
        .hasValueSatisfying(refused -> assertThat(refused.field()).isEqualTo("planHash"));
    assertThat(world.created).isEmpty();
    // when
    assertThat(world.begin(world.scope.hash())).isEmpty();
    // then
    assertThat(world.created).containsExactly(D1);
    assertThat(world.begin(world.scope.hash()))
        .map(Rejection::code)
        .contains(RejectionCode.OPERATION_DENIED);
  }

  @Test
  void plannedBackfillThatIsCancelledIsOverAtOnce() {
    // given
    BackfillWorld world = new BackfillWorld(Scopes.planned(plan(D1, D3, BackfillOrder.ASC, 1)));
    world.start();
    // when
    assertThat(world.cancel()).isEmpty();
    // then
    assertThat(world.created).isEmpty();
    assertThat(world.backfill().counts()).isEqualTo(new BackfillCounts(0, 0, 0, 0, 3));
  }

  static BackfillPlan plan(LocalDate from, LocalDate to, BackfillOrder order, int parallelism) {
    return new BackfillPlan(
        BackfillId.of("cli", "b"),
        new WorkflowId("w"),
        3,
        List.of(new BizdateRange(from, to)),
        order,
        parallelism,
        Map.of(),
        BackfillCycles.ALL,
        false,
        false);
  }
}
