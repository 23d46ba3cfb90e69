package io.weirworks.scheduler.workflowinstance;

import static io.weirworks.scheduler.workflowinstance.Definitions.graph;
import static io.weirworks.scheduler.workflowinstance.Definitions.node;
import static io.weirworks.scheduler.workflowinstance.Definitions.run;
import static io.weirworks.scheduler.workflowinstance.Definitions.virtual;
import static io.weirworks.scheduler.workflowinstance.Steered.assignment;
import static io.weirworks.scheduler.workflowinstance.Steered.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.controlflow.Completion;
import io.weirworks.scheduler.controlflow.Join;
import io.weirworks.scheduler.controlflow.OutputRule;
import io.weirworks.scheduler.decision.Rejection;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.instance.NodeInstanceCommand;
import io.weirworks.scheduler.instance.NodeState;
import io.weirworks.scheduler.instance.Operation;
import io.weirworks.scheduler.instance.OperatorCommand;
import io.weirworks.scheduler.instance.RunFact;
import io.weirworks.scheduler.instance.WaitOwner;
import io.weirworks.scheduler.instance.WaitReason;
import io.weirworks.scheduler.workflow.NodeWork;
import io.weirworks.scheduler.workflow.RerunMode;
import io.weirworks.scheduler.workflow.RerunPolicy;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What operators do to single instances (dataworks-semantics 5.1; rows 18 and 19). */
class OperationsTest {

  private static OperatorCommand detach(NodeInstanceId... upstreams) {
    return new OperatorCommand.RemoveDependency(Set.of(upstreams), "why");
  }

  /** Row 18, inside one workflow instance. */
  @Test
  void aRemovedDependencyReleasesThatInstanceOnly() {
    // given
    World world = World.manual(graph(run("a"), run("b", "a"), run("c", "a"), run("d", "b")));
    world.fail("a", RunFact.Cause.ERROR);
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.FAILURE);
    // when
    assertThat(world.send("b", detach(world.nodeId("a")))).isEmpty();
    // then
    assertThat(world.dispatched()).containsExactly("a", "b");
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.RUNNING);
    world.succeed("b");
    world.succeed("d");
    assertThat(world.node("c").state()).isEqualTo(new NodeState.NotRun(1));
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.FAILURE);
  }

  @Test
  void aDetachedUpstreamThatSucceedsLaterIsNotCountedTwice() {
    // given
    World world = World.manual(graph(run("a"), run("b"), run("c", "a", "b")));
    world.send("c", detach(world.nodeId("a")));
    assertThat(world.node("c").state()).isEqualTo(new NodeState.NotRun(1));
    // when
    world.succeed("a");
    // then
    assertThat(world.node("c").state()).isEqualTo(new NodeState.NotRun(1));
    world.succeed("b");
    assertThat(world.dispatched()).containsExactly("a", "b", "c");
  }

  @Test
  void onlyADirectUpstreamOfAnInstanceThatHasNotRunIsDetached() {
    // given
    World world = World.manual(graph(run("a"), run("b", "a"), run("c", "b")));
    // then
    Rejection unknown = world.send("c", detach(world.nodeId("a"))).orElseThrow();
    assertThat(unknown.field()).isEqualTo("upstreamInstanceIds");
    assertThat(world.send("a", detach()).orElseThrow().message()).contains("no upstream");
  }

  /** Row 19. */
  @Test
  void aFailedParentLeavesItsChildNotRunAndSetSuccessLetsItGoOn() {
    // given
    World world = World.manual(graph(run("a"), run("b", "a")));
    world.fail("a", RunFact.Cause.ERROR);
    assertThat(world.node("b").state()).isEqualTo(new NodeState.NotRun(1));
    // when
    assertThat(world.send("a", new OperatorCommand.SetSuccess("known"))).isEmpty();
    // then
    assertThat(world.node("a").state()).isEqualTo(new NodeState.Success(Completion.PLAIN));
    assertThat(world.dispatched()).containsExactly("a", "b");
    world.succeed("b");
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.SUCCESS);
    assertThat(world.operations).containsExactly(Operation.Kind.SET_SUCCESS);
  }

  /** Row 19. */
  @Test
  void theChildOfAKilledParentStaysUntilTheParentIsSetSuccessful() {
    // given
    World world = World.manual(graph(run("a"), run("b", "a")));
    world.send("a", new NodeInstanceCommand.Cancel("stop"));
    assertThat(world.send("a", new OperatorCommand.SetSuccess(null)).orElseThrow().message())
        .contains("cancel it first");
    world.report("a", new RunFact.Cancelled(1, 1, null, world.now));
    assertThat(world.node("b").state()).isEqualTo(new NodeState.NotRun(1));
    // when
    world.send("a", new OperatorCommand.SetSuccess(null));
    // then
    assertThat(world.dispatched()).containsExactly("a", "b");
    assertThat(world.send("a", new OperatorCommand.SetSuccess(null)).orElseThrow().message())
        .contains("succeeded already");
  }

  @Test
  void whatIsBoundToASuccessThatWasSetHasNoValue() {
    // given
    World world =
        World.manual(
            graph(
                assignment("a", OutputRule.OPTIONAL).node(),
                Steered.run("b").bound("x", "a", "outputs").node()));
    world.fail("a", RunFact.Cause.ERROR);
    // when
    world.send("a", new OperatorCommand.SetSuccess(null));
    // then
    assertThat(world.node("b").state())
        .isInstanceOfSatisfying(
            NodeState.Failure.class, it -> assertThat(it.code()).isEqualTo("InputMissing"));
  }

  @Test
  void aFrozenInstanceIsNotBegunWhateverComesAndUnfreezeLetsItGoOnAtOnce() {
    // given
    World world = World.manual(graph(run("a"), run("b", "a")));
    world.send("b", new OperatorCommand.Freeze("wait"));
    // when
    world.succeed("a");
    // then
    assertThat(world.dispatched()).containsExactly("a");
    assertThat(world.node("b").waitsFor(world.now))
        .hasValueSatisfying(
            wait -> {
              assertThat(wait.reason()).isEqualTo(WaitReason.FROZEN);
              assertThat(wait.owner()).isEqualTo(WaitOwner.OPERATOR);
            });
    assertThat(world.timers).isEmpty();
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.RUNNING);
    // and when
    world.send("b", new OperatorCommand.Unfreeze(null));
    assertThat(world.dispatched()).containsExactly("a", "b");
  }

  @Test
  void neitherItsScheduledTimeNorARerunIntervalBeginsAFrozenInstance() {
    // given
    RerunPolicy once = new RerunPolicy(RerunMode.ALLOWED, 1, Duration.ofMinutes(2));
    World world = new World(graph(node("a", NodeWork.RUN, once)), 1000, BackfillId.of("cli", "b"));
    world.now = World.SCHEDULED.minusSeconds(60);
    world.create();
    // when
    world.send("a", new OperatorCommand.Freeze(null));
    world.now = World.SCHEDULED.plusSeconds(1);
    // then
    assertThat(world.timers).isEmpty();
    world.send("a", new OperatorCommand.Unfreeze(null));
    assertThat(world.dispatched()).containsExactly("a");
    // and when: frozen while it runs, it is not stopped, and its rerun does not begin
    world.send("a", new OperatorCommand.Freeze(null));
    assertThat(world.stopped).isEmpty();
    world.fail("a", RunFact.Cause.ERROR);
    assertThat(world.timers).isEmpty();
    world.now = world.now.plusSeconds(600);
    world.send("a", new OperatorCommand.Unfreeze(null));
    assertThat(world.dispatched()).containsExactly("a", "a");
  }

  @Test
  void aFrozenInstanceStaysFrozenWhenItsUpstreamRunsAgain() {
    // given
    World world = World.manual(graph(run("a"), run("b", "a")));
    world.send("b", new OperatorCommand.Freeze(null));
    world.succeed("a");
    // when
    assertThat(world.rerun("a", Downstream.ALL)).isEmpty();
    world.succeed("a");
    // then
    assertThat(world.node("b").isFrozen()).isTrue();
    assertThat(world.dispatched()).containsExactly("a", "a");
  }

  @Test
  void whatHasEndedIsNotFrozen() {
    World world = World.manual(graph(virtual("v")));
    Stream.of(new OperatorCommand.Freeze(null), new OperatorCommand.Unfreeze(null))
        .forEach(
            command ->
                assertThat(world.send("v", command).orElseThrow().message()).contains("ended"));
  }

  @Test
  void aChangedPriorityIsWhatTheRunIsAskedWith() {
    // given
    World world = World.manual(graph(run("a"), run("b", "a")));
    // when
    world.send("b", new OperatorCommand.ChangePriority(7, null));
    world.succeed("a");
    // then
    assertThat(world.effects)
        .filteredOn(Effect.DispatchRun.class::isInstance)
        .extracting(effect -> ((Effect.DispatchRun) effect).priority())
        .containsExactly(null, 7);
    assertThat(world.send("b", new OperatorCommand.ChangePriority(8, null))).isPresent();
    assertThat(world.send("b", new OperatorCommand.ChangePriority(9, null)).orElseThrow().field())
        .isEqualTo("priority");
  }

  @Test
  void forceStartBeginsNowWhateverUpstreamAndClockSay() {
    // given
    World world = new World(graph(run("a"), run("b", "a")), 1000, BackfillId.of("cli", "b"));
    world.now = World.SCHEDULED.minusSeconds(60);
    world.create();
    // when
    world.send("a", new OperatorCommand.ForceStart("late"));
    world.send("b", new OperatorCommand.ForceStart("late"));
    // then
    assertThat(world.dispatched()).containsExactly("a", "b");
    world.succeed("a");
    world.succeed("b");
    assertThat(world.node("b").attempt()).isOne();
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.SUCCESS);
    assertThat(world.send("b", new OperatorCommand.ForceStart(null))).isPresent();
  }

  @Test
  void aFrozenInstanceAndAJoinAreNotStartedByForce() {
    // given
    World world =
        World.manual(
            graph(run("a"), run("b", "a"), join("j", Set.of(Join.End.values()), "a").node()));
    world.send("b", new OperatorCommand.Freeze(null));
    // then
    assertThat(world.send("b", new OperatorCommand.ForceStart(null)).orElseThrow().message())
        .contains("unfreeze");
    assertThat(world.send("j", new OperatorCommand.ForceStart(null)).orElseThrow().message())
        .contains("join");
  }

  @Test
  void anInstanceInsideALoopIsRefusedWithTheLoopToName() {
    // given
    World world =
        World.manual(
            graph(
                Steered.doWhile("loop", 3, "end").node(),
                Steered.run("body").inside("loop").node(),
                assignment("end", OutputRule.TRUTH).inside("loop").after("body").node()));
    NodeInstanceId body = world.inner("body", 1, 1);
    world.fail(body, RunFact.Cause.ERROR);
    String loop = world.nodeId("loop").value().toString();
    // then
    assertThat(
            world
                .send(
                    new WorkflowInstanceCommand.RerunNodeInstance(
                        body, Downstream.NONE, Set.of(), null))
                .orElseThrow()
                .message())
        .contains(loop);
    assertThat(
            world
                .send(
                    new WorkflowInstanceCommand.ForNodeInstance(
                        body, new OperatorCommand.SetSuccess(null)))
                .orElseThrow()
                .message())
        .contains(loop);
  }
}
