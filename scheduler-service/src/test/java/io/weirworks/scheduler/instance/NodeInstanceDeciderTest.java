package io.weirworks.scheduler.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.decision.Decision;
import io.weirworks.scheduler.decision.Rejection;
import io.weirworks.scheduler.decision.RejectionCode;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.NodeInstanceEvent.CancellationRequested;
import io.weirworks.scheduler.instance.NodeInstanceEvent.DispatchRepeated;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceCancelled;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceCreated;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceDispatched;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceFailed;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceRerunScheduled;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceStarted;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceSucceeded;
import io.weirworks.scheduler.instance.NodeInstanceEvent.RunObserved;
import io.weirworks.scheduler.instance.NodeInstanceEvent.ScheduledTimeAwaited;
import io.weirworks.scheduler.instance.NodeInstanceEvent.UpstreamSucceeded;
import io.weirworks.scheduler.parameter.EvaluationContext;
import io.weirworks.scheduler.parameter.ParameterDefinitions;
import io.weirworks.scheduler.parameter.ParameterValues;
import io.weirworks.scheduler.parameter.Result;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.NodeWork;
import io.weirworks.scheduler.workflow.RerunMode;
import io.weirworks.scheduler.workflow.RerunPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The transition table of dataworks-semantics 3.5, as far as a node of the executor or a zero-load
 * one goes.
 */
class NodeInstanceDeciderTest {
  private static final Instant NOW = Instant.parse("2025-11-01T02:30:45Z");
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final WorkflowInstanceId FLOW =
      WorkflowInstanceId.manual(new WorkflowId("w"), "cli", "1", LocalDate.of(2025, 10, 31));
  private static final NodeId NODE = new NodeId("n");
  private static final RerunPolicy THREE =
      new RerunPolicy(RerunMode.ALLOWED, 3, Duration.ofMinutes(2));
  private static final ParameterValues VALUES = new ParameterValues.Named(Map.of("dt", "20251031"));

  @Test
  void aNodeWithoutUpstreamIsDispatchedAtTheStartWithItsParameters() {
    assertThat(events(waiting(0), plan(NodeWork.RUN), new NodeInstanceCommand.Start()))
        .containsExactly(new NodeInstanceDispatched(1, VALUES, NOW));
  }

  @Test
  void aNodeWithUpstreamsIsNotStartedButReleasedByTheLastOfThem() {
    NodeInstance two = waiting(2);
    assertThat(events(two, plan(NodeWork.RUN), new NodeInstanceCommand.Start())).isEmpty();
    assertThat(events(two, plan(NodeWork.RUN), new NodeInstanceCommand.ReleaseUpstream()))
        .containsExactly(new UpstreamSucceeded());
    assertThat(events(waiting(1), plan(NodeWork.RUN), new NodeInstanceCommand.ReleaseUpstream()))
        .containsExactly(new UpstreamSucceeded(), new NodeInstanceDispatched(1, VALUES, NOW));
  }

  @Test
  void zeroLoadAndDryRunNodesSucceedAtTheirTurnAndFrozenOnesFail() {
    assertThat(events(waiting(0), plan(NodeWork.ZERO_LOAD), new NodeInstanceCommand.Start()))
        .containsExactly(new NodeInstanceSucceeded(0, 0, false, null, NOW));
    assertThat(events(waiting(0), plan(NodeWork.DRY_RUN), new NodeInstanceCommand.Start()))
        .containsExactly(new NodeInstanceSucceeded(0, 0, true, null, NOW));
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
        .containsExactly(new NodeInstanceDispatched(1, VALUES, LATER));
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
  void aRunIsQueuedStartedAndSucceeds() {
    // given
    NodeInstancePlan plan = plan(NodeWork.RUN);
    NodeInstance dispatched = dispatched(plan);
    // when
    NodeInstance queued =
        after(dispatched, events(dispatched, plan, report(new RunFact.Queued(1, 1))));
    List<NodeInstanceEvent> started = events(queued, plan, report(new RunFact.Started(1, 2, NOW)));
    NodeInstance running = after(queued, started);
    List<NodeInstanceEvent> succeeded =
        events(running, plan, report(new RunFact.Succeeded(1, 3, null, LATER)));
    // then
    assertThat(queued.state()).isEqualTo(new NodeState.WaitResource(NOW, true));
    assertThat(started)
        .containsExactly(new NodeInstanceStarted(1, 2, NOW, NOW.plus(Duration.ofHours(4))));
    assertThat(succeeded).containsExactly(new NodeInstanceSucceeded(1, 3, false, NOW, LATER));
    assertThat(after(running, succeeded).state()).isEqualTo(new NodeState.Success());
    assertThat(after(running, succeeded).sequence()).isEqualTo(4);
  }

  @Test
  void aRunThatEndsBeforeItsStartWasReportedNeedsNoStart() {
    NodeInstancePlan plan = plan(NodeWork.RUN);
    assertThat(events(dispatched(plan), plan, report(new RunFact.Succeeded(1, 1, NOW, LATER))))
        .containsExactly(new NodeInstanceSucceeded(1, 1, false, NOW, LATER));
  }

  @Test
  void staleAndRepeatedFactsChangeNothing() {
    // given
    NodeInstancePlan plan = plan(NodeWork.RUN);
    NodeInstance dispatched = dispatched(plan);
    NodeInstance running =
        after(dispatched, events(dispatched, plan, report(new RunFact.Started(1, 5, NOW))));
    NodeInstance done =
        after(running, events(running, plan, report(new RunFact.Succeeded(1, 6, null, LATER))));
    // then
    assertThat(events(running, plan, report(new RunFact.Queued(1, 4)))).isEmpty();
    assertThat(events(running, plan, report(new RunFact.Started(1, 5, NOW)))).isEmpty();
    assertThat(events(running, plan, report(new RunFact.Succeeded(0, 9, null, LATER)))).isEmpty();
    assertThat(events(running, plan, report(new RunFact.Succeeded(2, 9, null, LATER)))).isEmpty();
    assertThat(events(running, plan, report(new RunFact.Queued(1, 6))))
        .containsExactly(new RunObserved(6));
    assertThat(events(done, plan, report(failed(1, 7, RunFact.Cause.ERROR)))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = RunFact.Cause.class,
      names = {"ERROR", "LOST"})
  void threeRerunsAreFourRunsAndThenAFailure(RunFact.Cause cause) {
    // given
    NodeInstancePlan plan = plan(NodeWork.RUN, THREE, "dt=$bizdate", null);
    NodeInstance node = dispatched(plan);
    // when
    for (int attempt = 1; attempt <= 3; attempt++) {
      List<NodeInstanceEvent> events = events(node, plan, report(failed(attempt, 1, cause)));
      assertThat(events)
          .containsExactly(
              new NodeInstanceRerunScheduled(attempt, 1, "E", "m", NOW.plus(THREE.interval())));
      node = after(node, events);
      Instant due = NOW.plus(THREE.interval());
      node =
          after(node, events(node, plan, new NodeInstanceCommand.FireTimer(Timer.Kind.RERUN), due));
      assertThat(node.attempt()).isEqualTo(attempt + 1);
    }
    // then
    assertThat(events(node, plan, report(failed(4, 1, cause))))
        .singleElement()
        .isInstanceOfSatisfying(
            NodeInstanceFailed.class, it -> assertThat(it.attempt()).isEqualTo(4));
  }

  @Test
  void neitherTimeoutNorKillNorRefusalIsRerun() {
    // given
    NodeInstancePlan plan = plan(NodeWork.RUN, THREE, "dt=$bizdate", null);
    NodeInstance node = dispatched(plan);
    // then
    assertThat(events(node, plan, report(failed(1, 1, RunFact.Cause.TIMEOUT))))
        .singleElement()
        .isInstanceOf(NodeInstanceFailed.class);
    assertThat(events(node, plan, report(new RunFact.Cancelled(1, 1, null, LATER))))
        .containsExactly(new NodeInstanceCancelled(1, 1, null, null, LATER));
    assertThat(events(node, plan, report(new RunFact.Refused(1, 1, "NoSuchResource", "m"))))
        .singleElement()
        .isInstanceOfSatisfying(
            NodeInstanceFailed.class, it -> assertThat(it.code()).isEqualTo("NoSuchResource"));
  }

  @Test
  void notYetKnownMeansSendAgainAndIsNoFailedAttempt() {
    // given
    NodeInstancePlan plan = plan(NodeWork.RUN);
    NodeInstance node = dispatched(plan);
    // when
    List<NodeInstanceEvent> events =
        events(node, plan, report(new RunFact.Refused(1, 1, "NotYetKnown", "m")));
    // then
    assertThat(events).containsExactly(new DispatchRepeated(1, VALUES));
    assertThat(after(node, events).attempt()).isOne();
    assertThat(after(node, events).state()).isInstanceOf(NodeState.WaitResource.class);
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

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void afterCancelNothingStartsNothingIsRerunAndSuccessIsStillSuccess(boolean started) {
    // given
    NodeInstancePlan plan = plan(NodeWork.RUN, THREE, "dt=$bizdate", null);
    NodeInstance node = dispatched(plan);
    if (started) {
      node = after(node, events(node, plan, report(new RunFact.Started(1, 1, NOW))));
    }
    NodeInstance cancelling = after(node, events(node, plan, new NodeInstanceCommand.Cancel(null)));
    // then
    assertThat(events(cancelling, plan, report(new RunFact.Started(1, 2, NOW))))
        .containsExactly(new RunObserved(2));
    assertThat(events(cancelling, plan, report(failed(1, 2, RunFact.Cause.ERROR))))
        .singleElement()
        .isInstanceOf(NodeInstanceCancelled.class);
    assertThat(events(cancelling, plan, report(new RunFact.Refused(1, 2, "NotYetKnown", "m"))))
        .singleElement()
        .isInstanceOf(NodeInstanceCancelled.class);
    assertThat(events(cancelling, plan, report(new RunFact.Succeeded(1, 2, null, LATER))))
        .singleElement()
        .isInstanceOf(NodeInstanceSucceeded.class);
    assertThat(cancelling.state().status())
        .isEqualTo(started ? InstanceStatus.RUNNING : InstanceStatus.WAIT_RESOURCE);
  }

  @Test
  void aStaleRerunTimerAfterCancelStartsNothing() {
    // given (R17)
    NodeInstancePlan plan = plan(NodeWork.RUN, THREE, "dt=$bizdate", null);
    NodeInstance dispatched = dispatched(plan);
    NodeInstance rerun =
        after(dispatched, events(dispatched, plan, report(failed(1, 1, RunFact.Cause.ERROR))));
    NodeInstance cancelled =
        after(rerun, events(rerun, plan, new NodeInstanceCommand.Cancel(null)));
    // then
    assertThat(cancelled.state().timer()).isEmpty();
    assertThat(
            events(
                cancelled,
                plan,
                new NodeInstanceCommand.FireTimer(Timer.Kind.RERUN),
                NOW.plus(Duration.ofDays(1))))
        .isEmpty();
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
                            RejectionCode.INSTANCE_ENDED,
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
            new NodeState.WaitRerun(LATER), new Wait(WaitReason.RERUN_INTERVAL, LATER),
            new NodeState.Cancelling(null, null), new Wait(WaitReason.CANCELLATION, null));
    // then
    waits.forEach((state, wait) -> assertThat(state.waitsFor(NOW)).contains(wait));
    assertThat(
            List.of(
                new NodeState.Success(),
                new NodeState.Failure("c", "m"),
                new NodeState.Cancelled(null)))
        .allSatisfy(ended -> assertThat(ended.waitsFor(NOW)).isEmpty());
  }

  private static NodeInstance waiting(int upstreams) {
    return NodeInstance.created(
        NodeInstanceId.of(FLOW, NODE), new NodeInstanceCreated(FLOW, NODE, upstreams));
  }

  private static NodeInstance dispatched(NodeInstancePlan plan) {
    return after(waiting(0), events(waiting(0), plan, new NodeInstanceCommand.Start()));
  }

  private static NodeInstanceCommand report(RunFact fact) {
    return new NodeInstanceCommand.ReportRun(fact);
  }

  private static RunFact failed(int attempt, long sequence, RunFact.Cause cause) {
    return new RunFact.Failed(attempt, sequence, cause, "E", "m", 1, null, LATER);
  }

  private static NodeInstance after(NodeInstance node, List<NodeInstanceEvent> events) {
    NodeInstance current = node;
    for (NodeInstanceEvent event : events) {
      current = current.evolve(event);
    }
    return current;
  }

  private static List<NodeInstanceEvent> events(
      NodeInstance node, NodeInstancePlan plan, NodeInstanceCommand command) {
    return events(node, plan, command, NOW);
  }

  private static List<NodeInstanceEvent> events(
      NodeInstance node, NodeInstancePlan plan, NodeInstanceCommand command, Instant now) {
    return switch (NodeInstanceDecider.decide(node, plan, command, now)) {
      case Decision.Accepted<NodeInstanceEvent>(List<NodeInstanceEvent> events) -> events;
      case Decision.Rejected<NodeInstanceEvent>(Rejection rejection) ->
          throw new AssertionError(rejection);
    };
  }

  private static NodeInstancePlan plan(NodeWork work) {
    return plan(work, RerunPolicy.NONE, "dt=$bizdate", null);
  }

  private static NodeInstancePlan plan(
      NodeWork work, RerunPolicy rerun, String parameters, @Nullable Instant notBefore) {
    ParameterDefinitions definitions =
        switch (ParameterDefinitions.parseNamed(parameters)) {
          case Result.Value<ParameterDefinitions>(ParameterDefinitions value) -> value;
          case Result.Refused<ParameterDefinitions>(var error) -> throw new AssertionError(error);
        };
    return new NodeInstancePlan(
        new NodeDefinition(NODE, work, rerun, Duration.ofHours(4), definitions, List.of()),
        List.of(),
        Map.of(),
        EvaluationContext.of(NOW, ZoneOffset.UTC, NOW, null),
        notBefore);
  }
}
