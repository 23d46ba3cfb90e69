package io.weirworks.scheduler.workflowinstance;

import static io.weirworks.scheduler.workflowinstance.Definitions.graph;
import static io.weirworks.scheduler.workflowinstance.Definitions.node;
import static io.weirworks.scheduler.workflowinstance.Definitions.run;
import static io.weirworks.scheduler.workflowinstance.Definitions.virtual;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.decision.Rejection;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.NodeInstanceEvent.RetriesExhausted;
import io.weirworks.scheduler.instance.NodeState;
import io.weirworks.scheduler.instance.RunFact;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.NodeWork;
import io.weirworks.scheduler.workflow.RerunMode;
import io.weirworks.scheduler.workflow.RerunPolicy;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent.WorkflowInstanceCompleted;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent.WorkflowInstanceReopened;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Manual reruns (dataworks-semantics 3.8, 5.1; rows 20 to 24). */
class ManualRerunTest {

  /** a before b and c, both before d; e hangs on nothing. */
  private static World diamond() {
    World world =
        World.manual(graph(run("a"), run("b", "a"), run("c", "a"), run("d", "b", "c"), run("e")));
    Stream.of("a", "b", "c", "d", "e").forEach(world::succeed);
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.SUCCESS);
    return world;
  }

  /** Row 20. */
  @Test
  void aRerunOfAParentDoesNotTouchAChildThatSucceeded() {
    // given
    World world = diamond();
    // when
    assertThat(world.rerun("a", Downstream.NONE)).isEmpty();
    world.succeed("a");
    // then
    assertThat(world.reset()).containsExactly("a");
    assertThat(world.node("a").attempt()).isEqualTo(2);
    assertThat(world.node("b").attempt()).isOne();
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.SUCCESS);
  }

  /** Row 20. */
  @Test
  void aRerunWithDownstreamSetsExactlyItBackAndRunsItInOrder() {
    // given
    World world = diamond();
    int before = world.dispatched().size();
    // when
    assertThat(world.rerun("a", Downstream.ALL)).isEmpty();
    assertThat(world.reset()).containsExactly("a", "b", "c", "d");
    assertThat(world.node("d").state()).isEqualTo(new NodeState.NotRun(2));
    Stream.of("a", "c", "b", "d").forEach(world::succeed);
    // then
    List<String> again = world.dispatched().subList(before, world.dispatched().size());
    assertThat(again).containsExactly("a", "b", "c", "d");
    assertThat(world.node("e").attempt()).isOne();
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.SUCCESS);
  }

  @Test
  void aWorkflowInstanceThatHadEndedIsReopenedAndCompletesAgain() {
    // given
    World world = new World(graph(run("a"), run("b", "a")), 1000, BackfillId.of("cli", "b"));
    world.create();
    world.fail("a", RunFact.Cause.ERROR);
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.FAILURE);
    // when
    world.rerun("a", Downstream.NONE);
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.RUNNING);
    world.succeed("a");
    world.succeed("b");
    // then
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.SUCCESS);
    assertThat(told(world))
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly(
            "WorkflowInstanceCreated",
            WorkflowInstanceCompleted.class.getSimpleName(),
            WorkflowInstanceReopened.class.getSimpleName(),
            WorkflowInstanceCompleted.class.getSimpleName());
  }

  private static List<WorkflowInstanceEvent> told(World world) {
    return world.facts.stream()
        .filter(Fact.OfWorkflowInstance.class::isInstance)
        .map(fact -> ((Fact.OfWorkflowInstance) fact).event())
        .filter(WorkflowInstanceEvent.Told.class::isInstance)
        .toList();
  }

  /** A child that waits for another parent waits for the one that runs again too. */
  @Test
  void aChildThatHasNotBegunWaitsForTheParentAgain() {
    // given
    World world = World.manual(graph(run("a"), run("b"), run("c", "a", "b")));
    world.succeed("a");
    assertThat(world.node("c").state()).isEqualTo(new NodeState.NotRun(1));
    // when
    world.rerun("a", Downstream.NONE);
    assertThat(world.node("c").state()).isEqualTo(new NodeState.NotRun(2));
    world.succeed("b");
    // then
    assertThat(world.node("c").attempt()).isZero();
    world.succeed("a");
    assertThat(world.node("c").attempt()).isOne();
  }

  /** Row 21: automatic reruns count per manual rerun. */
  @Test
  void afterAManualRerunTheNodeHasItsAutomaticRerunsAgain() {
    // given
    RerunPolicy once = new RerunPolicy(RerunMode.ALLOWED, 1, Duration.ofMinutes(2));
    World world = World.manual(graph(node("a", NodeWork.RUN, once)));
    failTwice(world);
    // when
    world.rerun("a", Downstream.NONE);
    failTwice(world);
    // then
    assertThat(world.node("a").attempt()).isEqualTo(4);
    assertThat(world.events(world.nodeId("a")))
        .filteredOn(RetriesExhausted.class::isInstance)
        .containsExactly(
            new RetriesExhausted(2, 2, "E", "failed"), new RetriesExhausted(4, 2, "E", "failed"));
  }

  private static void failTwice(World world) {
    world.fail("a", RunFact.Cause.ERROR);
    world.fire("a");
    world.fail("a", RunFact.Cause.ERROR);
  }

  static Stream<Arguments> modes() {
    return Stream.of(
        Arguments.of(RerunMode.ALLOWED, true, true),
        Arguments.of(RerunMode.ALLOWED, false, true),
        Arguments.of(RerunMode.FAILURE_ALLOWED, true, false),
        Arguments.of(RerunMode.FAILURE_ALLOWED, false, true),
        Arguments.of(RerunMode.DENIED, true, false),
        Arguments.of(RerunMode.DENIED, false, false));
  }

  /** Rows 22 and 23. */
  @ParameterizedTest
  @MethodSource("modes")
  void theModeSaysWhetherARerunIsAllowed(RerunMode mode, boolean succeeded, boolean allowed) {
    // given
    RerunPolicy policy = new RerunPolicy(mode, 0, Duration.ofMinutes(2));
    World world = World.manual(graph(run("first"), node("a", NodeWork.RUN, policy, "first")));
    world.succeed("first");
    if (succeeded) {
      world.succeed("a");
    } else {
      world.fail("a", RunFact.Cause.ERROR);
    }
    // then: as itself and as downstream of another
    assertThat(world.rerun("first", Downstream.ALL).isEmpty()).isEqualTo(allowed);
    if (!allowed) {
      assertThat(world.rerun("a", Downstream.NONE).orElseThrow().message()).contains(mode.name());
      assertThat(world.node("first").attempt()).isOne();
    }
  }

  /** Row 24: the version of the definition is that of the generation. */
  @Test
  void anInstanceOfAPausedNodeFailsAsFrozenAndStaysFailed() {
    // given
    World world = World.manual(graph(node("a", NodeWork.FROZEN, RerunPolicy.NONE)));
    assertThat(world.node("a").state())
        .isInstanceOfSatisfying(
            NodeState.Failure.class, it -> assertThat(it.code()).isEqualTo("NodeFrozen"));
    // when
    world.rerun("a", Downstream.NONE);
    // then
    assertThat(world.node("a").state()).isInstanceOf(NodeState.Failure.class);
    assertThat(world.dispatched()).isEmpty();
  }

  @Test
  void downstreamThatStillRunsRefusesTheRerunAndIsNamed() {
    // given
    World world = World.manual(graph(run("a"), run("b", "a")));
    world.succeed("a");
    // when
    Rejection rejection = world.rerun("a", Downstream.ALL).orElseThrow();
    // then
    assertThat(rejection.value()).isEqualTo(world.nodeId("b").value().toString());
    assertThat(world.node("a").state()).isInstanceOf(NodeState.Success.class);
    assertThat(world.rerun("b", Downstream.NONE).orElseThrow().message()).contains("not ended");
  }

  @Test
  void onlyTheFailedOrTheChosenOfTheDownstreamAreSetBack() {
    // given
    World world = World.manual(graph(run("a"), run("b", "a"), run("c", "a"), run("d", "c")));
    world.succeed("a");
    world.succeed("b");
    world.fail("c", RunFact.Cause.ERROR);
    // when
    world.rerun("a", Downstream.FAILED);
    // then: d was blocked and waits for c as before
    assertThat(world.reset()).containsExactly("a", "c");
    Stream.of("a", "c", "d").forEach(world::succeed);
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.SUCCESS);
    // and when
    world.rerun("a", Downstream.CHOSEN, "b");
    assertThat(world.reset()).containsExactly("a", "c", "a", "b");
  }

  @Test
  void aChosenNodeThatIsNotDownstreamIsRefused() {
    World world = diamond();
    assertThat(world.rerun("b", Downstream.CHOSEN, "e").orElseThrow().field()).isEqualTo("nodes");
  }

  @Test
  void zeroLoadNodesOfARerunSucceedAgainInTheirTurn() {
    // given
    World world = World.manual(graph(virtual("v"), run("a", "v"), virtual("w", "a")));
    world.succeed("a");
    // when
    world.rerun("v", Downstream.ALL);
    world.succeed("a");
    // then
    assertThat(world.node("a").attempt()).isEqualTo(2);
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.SUCCESS);
  }

  @Test
  void whatIsBeingCancelledIsNotRerun() {
    // given
    World world = World.manual(graph(run("a"), run("b")));
    world.succeed("a");
    world.stop();
    // then
    assertThat(world.rerun("a", Downstream.NONE).orElseThrow().message()).contains("cancelled");
  }

  @Test
  void aLargeRerunIsLeftInPartsAndEndsTheSame() {
    // given: 1 -> 3,000 -> 1
    List<NodeDefinition> nodes = new ArrayList<>(List.of(virtual("root")));
    IntStream.range(0, 3000).forEach(i -> nodes.add(virtual("n" + i, "root")));
    nodes.add(
        virtual("end", IntStream.range(0, 3000).mapToObj(i -> "n" + i).toArray(String[]::new)));
    World world = new World(graph(nodes), 200, null);
    world.create();
    int decisions = world.decisions;
    // when
    world.rerun("root", Downstream.ALL);
    // then
    assertThat(world.reset()).hasSize(3002);
    assertThat(world.decisions - decisions).isGreaterThan(15);
    assertThat(world.largestRest).isLessThan(20);
    assertThat(world.flow().counts().succeeded()).isEqualTo(3002);
    assertThat(world.nodes.values()).extracting(NodeInstance::attempt).containsOnly(0);
  }
}
