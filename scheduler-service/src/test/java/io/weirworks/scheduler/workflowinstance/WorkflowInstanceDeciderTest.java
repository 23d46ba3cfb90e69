package io.weirworks.scheduler.workflowinstance;

import static io.weirworks.scheduler.workflowinstance.Definitions.graph;
import static io.weirworks.scheduler.workflowinstance.Definitions.node;
import static io.weirworks.scheduler.workflowinstance.Definitions.run;
import static io.weirworks.scheduler.workflowinstance.Definitions.virtual;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.controlflow.Completion;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.instance.InstanceStatus;
import io.weirworks.scheduler.instance.NodeInstanceCommand;
import io.weirworks.scheduler.instance.NodeState;
import io.weirworks.scheduler.instance.RunFact;
import io.weirworks.scheduler.instance.Timer;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.NodeWork;
import io.weirworks.scheduler.workflow.RerunMode;
import io.weirworks.scheduler.workflow.RerunPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkflowInstanceDeciderTest {
  private static final BackfillId BACKFILL = BackfillId.of("cli", "b");

  @Test
  void nodesRunInTheOrderOfTheGraphAndAllSuccessIsSuccess() {
    // given: a diamond
    World world = World.manual(graph(run("a"), run("b", "a"), run("c", "a"), run("d", "b", "c")));
    assertThat(world.dispatched()).containsExactly("a");
    // when
    world.succeed("a");
    world.succeed("b");
    assertThat(world.dispatched()).containsExactly("a", "b", "c");
    world.succeed("c");
    world.succeed("d");
    // then
    assertThat(world.dispatched()).containsExactly("a", "b", "c", "d");
    assertThat(world.flow().state()).isEqualTo(new WorkflowInstanceState.Ended(FlowStatus.SUCCESS));
    assertThat(world.flow().counts()).isEqualTo(new NodeCounts(0, 0, 0, 4, 0, 0));
    assertThat(world.flow().sequence()).isEqualTo(2);
  }

  @Test
  void zeroLoadNodesSucceedAtOnceAndReleaseTheirDownstreamInTheSameDecision() {
    // when
    World world =
        World.manual(
            graph(
                virtual("root"),
                virtual("v", "root"),
                run("a", "v"),
                run("b", "root", "v"),
                virtual("end", "a", "b")));
    // then
    assertThat(world.dispatched()).containsExactlyInAnyOrder("a", "b");
    world.succeed("a");
    world.succeed("b");
    assertThat(world.node("end").state()).isEqualTo(new NodeState.Success(Completion.PLAIN));
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.SUCCESS);
  }

  @Test
  void aFailureLeavesItsDownstreamNotRunAndTheRestGoesOn() {
    // given
    World world =
        World.manual(graph(run("a"), run("b"), run("c", "a"), run("d", "c"), run("e", "b")));
    // when
    world.fail("a", RunFact.Cause.ERROR);
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.RUNNING);
    world.succeed("b");
    world.succeed("e");
    // then
    assertThat(world.node("c").state().status()).isEqualTo(InstanceStatus.NOT_RUN);
    assertThat(world.node("d").state().status()).isEqualTo(InstanceStatus.NOT_RUN);
    assertThat(world.flow().state()).isEqualTo(new WorkflowInstanceState.Ended(FlowStatus.FAILURE));
    assertThat(world.flow().counts()).isEqualTo(new NodeCounts(2, 0, 0, 2, 1, 0));
  }

  @Test
  void aFrozenNodeFailsAndADryRunOneSucceeds() {
    // when
    World world =
        World.manual(
            graph(
                node("skip", NodeWork.DRY_RUN, RerunPolicy.NONE),
                node("frozen", NodeWork.FROZEN, RerunPolicy.NONE, "skip"),
                run("below", "frozen")));
    // then
    assertThat(world.flow().counts()).isEqualTo(new NodeCounts(1, 0, 0, 1, 1, 0));
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.FAILURE);
  }

  @Test
  void anEmptyWorkflowSucceedsAtOnce() {
    assertThat(World.manual(graph()).flow().state().status()).isEqualTo(FlowStatus.SUCCESS);
  }

  @Test
  void creatingTwiceDoesNothing() {
    // given
    World world = World.manual(graph(run("a")));
    int facts = world.facts.size();
    // when
    world.create();
    // then
    assertThat(world.facts).hasSize(facts);
  }

  @Test
  void aManualRunStartsNowAndABackfillNotBeforeTheScheduledTime() {
    // given
    World manual = new World(graph(run("a")), 1000, null);
    World backfill = new World(graph(run("a")), 1000, BACKFILL);
    manual.now = World.SCHEDULED.minusSeconds(60);
    backfill.now = World.SCHEDULED.minusSeconds(60);
    // when
    manual.create();
    backfill.create();
    // then
    assertThat(manual.dispatched()).containsExactly("a");
    assertThat(backfill.dispatched()).isEmpty();
    assertThat(backfill.timers)
        .containsValue(new Timer(Timer.Kind.SCHEDULED_TIME, World.SCHEDULED));
    assertThat(backfill.flow().state().status()).isEqualTo(FlowStatus.RUNNING);
    // and when
    backfill.now = World.SCHEDULED;
    backfill.send("a", new NodeInstanceCommand.FireTimer(Timer.Kind.SCHEDULED_TIME));
    assertThat(backfill.dispatched()).containsExactly("a");
    assertThat(backfill.timers.values())
        .extracting(Timer::kind)
        .containsOnly(Timer.Kind.EXECUTOR_ANSWER);
  }

  @Test
  void theEndIsReportedToTheBackfillOnce() {
    // given
    World world = new World(graph(run("a")), 1000, BACKFILL);
    world.create();
    // when
    world.succeed("a");
    // then
    assertThat(world.effects)
        .filteredOn(Effect.ReportWorkflowInstance.class::isInstance)
        .containsExactly(
            new Effect.ReportWorkflowInstance(
                BACKFILL, world.id, 2, World.BIZDATE, FlowStatus.SUCCESS));
  }

  @Test
  void anAutomaticRerunKeepsTheWorkflowInstanceGoing() {
    // given
    RerunPolicy once = new RerunPolicy(RerunMode.ALLOWED, 1, Duration.ofMinutes(2));
    World world = World.manual(graph(node("a", NodeWork.RUN, once), run("b", "a")));
    // when
    world.fail("a", RunFact.Cause.ERROR);
    assertThat(world.flow().counts()).isEqualTo(new NodeCounts(1, 1, 0, 0, 0, 0));
    world.now = world.now.plus(Duration.ofMinutes(2));
    world.send("a", new NodeInstanceCommand.FireTimer(Timer.Kind.RERUN));
    world.succeed("a");
    // then
    assertThat(world.dispatched()).containsExactly("a", "a", "b");
    assertThat(world.node("a").attempt()).isEqualTo(2);
  }

  @Test
  void aLargeDecisionIsLeftInPartsAndEndsTheSame() {
    // given: 1 -> 3,000 -> 1
    List<NodeDefinition> nodes = new ArrayList<>();
    nodes.add(virtual("root"));
    IntStream.range(0, 3000).forEach(i -> nodes.add(run("n" + i, "root")));
    nodes.add(
        virtual("end", IntStream.range(0, 3000).mapToObj(i -> "n" + i).toArray(String[]::new)));
    // when
    World world = World.manual(graph(nodes));
    // then: 3,002 created, 3,000 dispatched with a command each
    assertThat(world.dispatched()).hasSize(3000);
    assertThat(world.decisions).isBetween(9, 12);
    IntStream.range(0, 3000).forEach(i -> world.succeed("n" + i));
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.SUCCESS);
  }

  @Test
  void aLongChainOfZeroLoadNodesLeavesASmallRest() {
    // given
    List<NodeDefinition> nodes = new ArrayList<>(List.of(virtual("v0")));
    IntStream.range(1, 5000).forEach(i -> nodes.add(virtual("v" + i, "v" + (i - 1))));
    World world = new World(graph(nodes), 100, null);
    // when
    world.create();
    // then
    assertThat(world.flow().counts()).isEqualTo(new NodeCounts(0, 0, 0, 5000, 0, 0));
    assertThat(world.largestRest).isLessThanOrEqualTo(2);
  }
}
