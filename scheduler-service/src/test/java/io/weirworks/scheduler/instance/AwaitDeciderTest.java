package io.weirworks.scheduler.instance;

import static io.weirworks.scheduler.instance.Fixture.NOW;
import static io.weirworks.scheduler.instance.Fixture.after;
import static io.weirworks.scheduler.instance.Fixture.events;
import static io.weirworks.scheduler.instance.Fixture.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.controlflow.Steering;
import io.weirworks.scheduler.dependency.Answer;
import io.weirworks.scheduler.dependency.NodeDependency;
import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceIsolated;
import io.weirworks.scheduler.instance.NodeInstanceEvent.OutcomesAwaited;
import io.weirworks.scheduler.instance.NodeState.WaitOutcomes;
import io.weirworks.scheduler.parameter.EvaluationContext;
import io.weirworks.scheduler.parameter.ParameterDefinitions;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.NodeWork;
import io.weirworks.scheduler.workflow.RerunPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An instance that waits for those of other workflow instances (DESIGN 5). */
class AwaitDeciderTest {
  private static final AwaitedInstance FIRST = awaited("first");
  private static final AwaitedInstance SECOND = awaited("second");

  private static AwaitedInstance awaited(String workflow) {
    WorkflowId id = new WorkflowId(workflow);
    LocalDate bizdate = LocalDate.of(2025, 10, 31);
    return AwaitedInstance.of(
        id, new NodeId("n"), bizdate, WorkflowInstanceId.scheduled(id, bizdate, NOW));
  }

  private static NodeInstancePlan plan(@Nullable Instant notBefore, AwaitedInstances awaited) {
    NodeDefinition node =
        new NodeDefinition(
            Fixture.NODE,
            NodeWork.ZERO_LOAD,
            RerunPolicy.NONE,
            Duration.ofHours(4),
            ParameterDefinitions.none(),
            List.of(),
            "",
            Steering.NONE,
            List.of(new NodeDependency.OnSameCycle(new NodeKey("first", "n"))),
            null);
    return new NodeInstancePlan(
        node,
        List.of(),
        Map.of(),
        EvaluationContext.of(NOW, ZoneOffset.UTC, NOW, null),
        notBefore,
        false,
        new Around(Optional.empty(), awaited));
  }

  private static AwaitedInstances both() {
    return new AwaitedInstances(List.of(FIRST, SECOND), false);
  }

  private static NodeInstanceCommand said(AwaitedInstance upstream, long sequence, Answer answer) {
    return new NodeInstanceCommand.LearnOutcome(upstream.nodeInstance(), sequence, answer);
  }

  private static NodeInstance told(NodeInstance node, NodeInstanceCommand command) {
    return after(node, events(node, plan(null, both()), command));
  }

  private static NodeInstance asking() {
    NodeInstance node = waiting(0);
    return after(node, events(node, plan(null, both()), new NodeInstanceCommand.Start()));
  }

  @Test
  void nobodyIsAskedBeforeItsOwnTimeHasCome() {
    // given
    NodeInstancePlan plan = plan(NOW.plusSeconds(60), both());
    // when
    NodeInstance node =
        after(waiting(0), events(waiting(0), plan, new NodeInstanceCommand.Start()));
    // then
    assertThat(node.state()).isEqualTo(new NodeState.WaitTime(NOW.plusSeconds(60)));
  }

  @Test
  void instanceStartsWhenTheLastThatItWaitsForHasSucceeded() {
    // given
    NodeInstance node = asking();
    assertThat(node.state().waitsFor(NOW))
        .contains(new Wait(WaitReason.UPSTREAM, NOW.plus(NodeState.ASKED_AGAIN)));
    // when
    node = told(node, said(FIRST, 4, new Answer.Satisfied()));
    // then
    assertThat(node.state()).isInstanceOf(WaitOutcomes.class);
    assertThat(told(node, said(SECOND, 2, new Answer.Satisfied())).state())
        .isInstanceOf(NodeState.Success.class);
  }

  @Test
  void upstreamThatIsRunAgainHoldsItBackAgain() {
    // given
    NodeInstance node = told(asking(), said(FIRST, 4, new Answer.Satisfied()));
    // when
    node = told(node, said(FIRST, 5, new Answer.NotYet()));
    node = told(node, said(SECOND, 2, new Answer.Satisfied()));
    // then
    assertThat(node.state()).isInstanceOf(WaitOutcomes.class);
  }

  @Test
  void lateAnswerChangesNothing() {
    // given
    NodeInstance node = told(asking(), said(FIRST, 5, new Answer.NotYet()));
    // when, then
    assertThat(events(node, plan(null, both()), said(FIRST, 4, new Answer.Satisfied()))).isEmpty();
  }

  @Test
  void answerOfNeverHoldsItBackUntilAnotherOverridesIt() {
    // given
    NodeInstance node = told(asking(), said(FIRST, 0, new Answer.Never(Answer.Cause.LEFT_OUT)));
    node = told(node, said(SECOND, 2, new Answer.Satisfied()));
    assertThat(node.state())
        .isInstanceOfSatisfying(
            WaitOutcomes.class,
            waits ->
                assertThat(waits.awaited().whyNever())
                    .hasValue(
                        "node n of workflow first for 2025-10-31 was left out by its schedule's"
                            + " policy for missed ticks"));
    assertThat(node.waitsFor(NOW).orElseThrow().reason()).isEqualTo(WaitReason.UPSTREAM_NEVER);
    // when
    node = told(node, said(FIRST, 3, new Answer.Satisfied()));
    // then
    assertThat(node.state()).isInstanceOf(NodeState.Success.class);
  }

  @Test
  void thoseThatHaveNotSucceededAreAskedAgainAndWhatIsKnownIsKept() {
    // given
    NodeInstance node = told(asking(), said(FIRST, 4, new Answer.Satisfied()));
    Instant later = NOW.plus(NodeState.ASKED_AGAIN);
    // when
    List<NodeInstanceEvent> events =
        events(
            node,
            plan(null, both()),
            new NodeInstanceCommand.FireTimer(Timer.Kind.ASK_AGAIN),
            later);
    // then
    assertThat(events)
        .singleElement()
        .isInstanceOfSatisfying(
            OutcomesAwaited.class,
            asked -> assertThat(asked.awaited().open()).containsExactly(SECOND));
  }

  /** Scenario 8. */
  @Test
  void instanceWithoutAnyUpstreamThatDayIsIsolatedAndToldOnce() {
    // given
    NodeInstancePlan plan = plan(null, new AwaitedInstances(List.of(), true));
    // when
    List<NodeInstanceEvent> events = events(waiting(0), plan, new NodeInstanceCommand.Start());
    NodeInstance node = after(waiting(0), events);
    // then
    assertThat(events).containsExactly(new NodeInstanceIsolated(NOW));
    assertThat(node.state().waitsFor(NOW).orElseThrow().reason()).isEqualTo(WaitReason.ISOLATED);
    assertThat(
            events(
                node,
                plan,
                new NodeInstanceCommand.FireTimer(Timer.Kind.ASK_AGAIN),
                NOW.plus(NodeState.ASKED_AGAIN)))
        .singleElement()
        .isInstanceOf(OutcomesAwaited.class);
  }

  @Test
  void instanceThatWaitsCanBeCancelledAndIsNotStartedLater() {
    // given
    NodeInstance node = told(asking(), new NodeInstanceCommand.Cancel("no"));
    // when, then
    assertThat(node.state()).isEqualTo(new NodeState.Cancelled("no"));
    assertThat(events(node, plan(null, both()), said(FIRST, 9, new Answer.Satisfied()))).isEmpty();
  }

  /** Row 18, across workflow instances. */
  @Test
  void removedDependencyReleasesThisInstanceAndWhatItSaysLaterChangesNothing() {
    // given
    NodeInstance node = told(asking(), said(FIRST, 4, new Answer.Satisfied()));
    // when
    node =
        told(
            node,
            new OperatorCommand.RemoveDependency(Set.of(SECOND.nodeInstance()), "two days late"));
    // then
    assertThat(node.state()).isInstanceOf(NodeState.Success.class);
    assertThat(events(node, plan(null, both()), said(SECOND, 9, new Answer.NotYet()))).isEmpty();
  }

  @Test
  void frozenInstanceIsNotBegunByTheLastThatItWaitsForButWhenItIsUnfrozen() {
    // given
    NodeInstance node = told(asking(), new OperatorCommand.Freeze("wait"));
    // when
    node = told(node, said(FIRST, 4, new Answer.Satisfied()));
    node = told(node, said(SECOND, 2, new Answer.Satisfied()));
    // then
    assertThat(node.state()).isInstanceOf(WaitOutcomes.class);
    assertThat(node.waitsFor(NOW).orElseThrow().reason()).isEqualTo(WaitReason.FROZEN);
    // when, then
    assertThat(told(node, new OperatorCommand.Unfreeze("go")).state())
        .isInstanceOf(NodeState.Success.class);
  }
}
