package io.weirworks.scheduler.instance;

import static io.weirworks.scheduler.instance.Fixture.LATER;
import static io.weirworks.scheduler.instance.Fixture.NOW;
import static io.weirworks.scheduler.instance.Fixture.THREE;
import static io.weirworks.scheduler.instance.Fixture.VALUES;
import static io.weirworks.scheduler.instance.Fixture.after;
import static io.weirworks.scheduler.instance.Fixture.dispatched;
import static io.weirworks.scheduler.instance.Fixture.events;
import static io.weirworks.scheduler.instance.Fixture.failed;
import static io.weirworks.scheduler.instance.Fixture.plan;
import static io.weirworks.scheduler.instance.Fixture.report;
import static io.weirworks.scheduler.instance.Fixture.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.controlflow.Completion;
import io.weirworks.scheduler.controlflow.Inputs;
import io.weirworks.scheduler.decision.Decision;
import io.weirworks.scheduler.decision.Rejection;
import io.weirworks.scheduler.decision.RejectionCode;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.instance.NodeInstanceEvent.CancellationRequested;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceCancelled;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceDispatched;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceFailed;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceSucceeded;
import io.weirworks.scheduler.instance.NodeInstanceEvent.ScheduledTimeAwaited;
import io.weirworks.scheduler.instance.NodeInstanceEvent.UpstreamSucceeded;
import io.weirworks.scheduler.workflow.NodeWork;
import io.weirworks.scheduler.workflow.RerunPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The transition table of dataworks-semantics 3.5, as far as a node of the executor or a zero-load
 * one goes.
 */
class NodeInstanceDeciderTest {

  @Test
  void aNodeWithoutUpstreamIsDispatchedAtTheStartWithItsParameters() {
    assertThat(events(waiting(0), plan(NodeWork.RUN), new NodeInstanceCommand.Start()))
        .containsExactly(new NodeInstanceDispatched(1, VALUES, Inputs.NONE, NOW));
  }

  @Test
  void aNodeWithUpstreamsIsNotStartedButReleasedByTheLastOfThem() {
    NodeInstance two = waiting(2);
    assertThat(events(two, plan(NodeWork.RUN), new NodeInstanceCommand.Start())).isEmpty();
    var release = new NodeInstanceCommand.ReleaseUpstream(new NodeId("up"));
    var succeeded = new UpstreamSucceeded(new NodeId("up"));
    assertThat(events(two, plan(NodeWork.RUN), release)).containsExactly(succeeded);
    assertThat(events(waiting(1), plan(NodeWork.RUN), release))
        .containsExactly(succeeded, new NodeInstanceDispatched(1, VALUES, Inputs.NONE, NOW));
  }

  @Test
  void zeroLoadAndDryRunNodesSucceedAtTheirTurnAndFrozenOnesFail() {
    assertThat(events(waiting(0), plan(NodeWork.ZERO_LOAD), new NodeInstanceCommand.Start()))
        .containsExactly(new NodeInstanceSucceeded(0, 0, false, null, NOW, Completion.PLAIN));
    assertThat(events(waiting(0), plan(NodeWork.DRY_RUN), new NodeInstanceCommand.Start()))
        .containsExactly(new NodeInstanceSucceeded(0, 0, true, null, NOW, Completion.PLAIN));
    assertThat(events(waiting(0), plan(NodeWork.FROZEN), new NodeInstanceCommand.Start()))
        .singleElement()
        .isInstanceOfSatisfying(
            NodeInstanceFailed.class, failed -> assertThat(failed.code()).isEqualTo("NodeFrozen"));
  }

  @Test
  void beforeItsScheduledTimeItWaitsForItsTimer() {
    // given
    NodeInstancePlan plan = plan(NodeWork.RUN, RerunPolicy.NONE, "dt=$bizdate", LATER);
    // when
    List<NodeInstanceEvent> events = events(waiting(0), plan, new NodeInstanceCommand.Start());
    NodeInstance waiting = after(waiting(0), events);
    // then
    assertThat(events).containsExactly(new ScheduledTimeAwaited(LATER));
    assertThat(waiting.state().timer()).contains(new Timer(Timer.Kind.SCHEDULED_TIME, LATER));
    assertThat(events(waiting, plan, new NodeInstanceCommand.FireTimer(Timer.Kind.SCHEDULED_TIME)))
        .isEmpty();
    assertThat(events(waiting, plan, new NodeInstanceCommand.FireTimer(Timer.Kind.RERUN), LATER))
        .isEmpty();
    assertThat(
            events(
                waiting, plan, new NodeInstanceCommand.FireTimer(Timer.Kind.SCHEDULED_TIME), LATER))
        .containsExactly(new NodeInstanceDispatched(1, VALUES, Inputs.NONE, LATER));
  }

  @Test
  void codeThatGrowsBeyondWhatACommandCarriesFailsTheNodeWithoutARun() {
    // given: each reference grows from 5 characters to 10
    NodeInstancePlan plan =
        plan(NodeWork.RUN, THREE, "dt=$[yyyy-mm-dd]", null, "${dt}".repeat(120_001));
    NodeInstancePlan shorter =
        plan(NodeWork.RUN, THREE, "dt=$[yyyy-mm-dd]", null, "${dt}".repeat(120_000));
    // then
    assertThat(events(waiting(0), plan, new NodeInstanceCommand.Start()))
        .singleElement()
        .isInstanceOfSatisfying(
            NodeInstanceFailed.class,
            failed -> {
              assertThat(failed.code()).isEqualTo("ContentTooLarge");
              assertThat(failed.message()).contains("1200010", "1200000");
            });
    assertThat(events(waiting(0), shorter, new NodeInstanceCommand.Start()))
        .singleElement()
        .isInstanceOf(NodeInstanceDispatched.class);
  }

  @Test
  void theExecutorFallsSilentThirtySecondsAfterADispatchWithoutAnswer() {
    // given
    NodeInstancePlan plan = plan(NodeWork.RUN);
    NodeInstance dispatched = dispatched(plan);
    var timer = new NodeInstanceCommand.FireTimer(Timer.Kind.EXECUTOR_ANSWER);
    NodeInstance queued =
        after(dispatched, events(dispatched, plan, report(new RunFact.Queued(1, 1))));
    // then
    assertThat(dispatched.state().timer())
        .contains(new Timer(Timer.Kind.EXECUTOR_ANSWER, NOW.plusSeconds(30)));
    assertThat(events(dispatched, plan, timer, NOW.plusSeconds(29))).isEmpty();
    assertThat(events(dispatched, plan, timer, NOW.plusSeconds(30)))
        .containsExactly(new NodeInstanceEvent.ExecutorFellSilent());
    assertThat(events(queued, plan, timer, LATER)).isEmpty();
    assertThat(queued.state().timer()).isEmpty();
  }

  @Test
  void parametersThatCannotBeEvaluatedFailTheNodeWithoutARun() {
    assertThat(
            events(
                waiting(0),
                plan(NodeWork.RUN, THREE, "dt=${yyyy+9000}", null),
                new NodeInstanceCommand.Start()))
        .singleElement()
        .isInstanceOfSatisfying(
            NodeInstanceFailed.class,
            failed -> {
              assertThat(failed.attempt()).isZero();
              assertThat(failed.code()).isEqualTo("DateOutOfRange");
              assertThat(failed.message()).contains("${yyyy+9000}");
            });
  }

  @Test
  void cancelEndsAtOnceWhatHasNoRunAndOtherwiseWaitsForTheRunsEnd() {
    // given
    NodeInstancePlan plan = plan(NodeWork.RUN, THREE, "dt=$bizdate", null);
    NodeInstance dispatched = dispatched(plan);
    NodeInstance rerun =
        after(dispatched, events(dispatched, plan, report(failed(1, 1, RunFact.Cause.ERROR))));
    var cancel = new NodeInstanceCommand.Cancel("typo");
    // then
    assertThat(events(waiting(1), plan, cancel))
        .containsExactly(new NodeInstanceCancelled(0, 0, "typo", null, NOW));
    assertThat(events(rerun, plan, cancel))
        .containsExactly(new NodeInstanceCancelled(1, 1, "typo", null, NOW));
    assertThat(events(dispatched, plan, cancel)).containsExactly(new CancellationRequested("typo"));
    NodeInstance cancelling = after(dispatched, events(dispatched, plan, cancel));
    assertThat(events(cancelling, plan, cancel)).isEmpty();
    assertThat(events(cancelling, plan, report(new RunFact.Cancelled(1, 1, null, LATER))))
        .containsExactly(new NodeInstanceCancelled(1, 1, "typo", null, LATER));
  }

  @Test
  void whatHasEndedIsNotCancelled() {
    // given
    NodeInstancePlan plan = plan(NodeWork.ZERO_LOAD);
    NodeInstance done =
        after(waiting(0), events(waiting(0), plan, new NodeInstanceCommand.Start()));
    // when
    var decision =
        NodeInstanceDecider.decide(done, plan, new NodeInstanceCommand.Cancel(null), NOW);
    // then
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Rejected.class,
            rejected ->
                assertThat(rejected.rejection())
                    .isEqualTo(
                        new Rejection(
                            RejectionCode.OPERATION_DENIED,
                            "The node instance has ended; only one that has not can be cancelled.",
                            "instanceId",
                            done.id().value().toString())));
  }

  @Test
  void eachStateThatHasNotEndedNamesItsWait() {
    // given (I5)
    Instant silent = NOW.plusSeconds(30);
    Map<NodeState, Wait> waits =
        Map.of(
            new NodeState.NotRun(1), new Wait(WaitReason.UPSTREAM, null),
            new NodeState.WaitTime(LATER), new Wait(WaitReason.SCHEDULED_TIME, LATER),
            new NodeState.WaitResource(NOW, false), new Wait(WaitReason.EXECUTOR, silent),
            new NodeState.WaitResource(NOW.minusSeconds(30), false),
                new Wait(WaitReason.EXECUTOR_SILENT, null),
            new NodeState.WaitResource(NOW, true), new Wait(WaitReason.RESOURCE, null),
            new NodeState.Running(NOW, LATER), new Wait(WaitReason.RUN_END, LATER),
            new NodeState.WaitRerun(LATER, null), new Wait(WaitReason.RERUN_INTERVAL, LATER),
            new NodeState.Cancelling(null, null), new Wait(WaitReason.CANCELLATION, null));
    // then
    waits.forEach((state, wait) -> assertThat(state.waitsFor(NOW)).contains(wait));
    assertThat(
            List.of(
                new NodeState.Success(Completion.PLAIN),
                new NodeState.Failure("c", "m"),
                new NodeState.Cancelled(null)))
        .allSatisfy(ended -> assertThat(ended.waitsFor(NOW)).isEmpty());
  }
}
