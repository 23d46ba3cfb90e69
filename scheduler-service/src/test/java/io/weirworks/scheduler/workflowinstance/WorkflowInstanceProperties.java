package io.weirworks.scheduler.workflowinstance;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.NodeInstanceEvent;
import io.weirworks.scheduler.instance.NodeInstanceEvent.CancellationRequested;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceCancelled;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceDispatched;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceFailed;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceRerunScheduled;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceStarted;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceSucceeded;
import io.weirworks.scheduler.instance.NodeState;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.NodeWork;
import io.weirworks.scheduler.workflow.RerunMode;
import io.weirworks.scheduler.workflow.RerunPolicy;
import io.weirworks.scheduler.workflow.WorkflowGraph;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent.WorkflowInstanceCompleted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Random graphs under random interleavings and repetitions of run facts, cancellations and timers.
 */
class WorkflowInstanceProperties {

  @Property(seed = "20251101", tries = 3000)
  void anyInterleavingKeepsTheInvariantsAndEnds(
      @ForAll("graphs") WorkflowGraph graph,
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 1_000_000) Integer> moves,
      @ForAll @IntRange(min = 6, max = 40) int maxRecords) {
    // given
    World world = new World(graph, maxRecords, BackfillId.of("cli", "b"));
    Chaos chaos = new Chaos(world);
    // when
    world.create();
    for (int move : moves) {
      chaos.move(move);
      checkAlways(world);
    }
    chaos.drain();
    checkAlways(world);
    // then
    checkEnd(world);
  }

  private static void checkAlways(World world) {
    NodeCounts counted = NodeCounts.notRun(world.nodes.size());
    for (NodeInstance node : world.nodes.values()) {
      counted = counted.moved(new NodeState.NotRun(0), node.state());
      assertThat(node.state().waitsFor(world.now).isPresent())
          .as("I5: %s", node)
          .isEqualTo(!(node.state() instanceof NodeState.Ended));
      assertThat(Optional.ofNullable(world.timers.get(node.id()))).isEqualTo(node.state().timer());
      checkOpenUpstreams(world, node);
      checkHistory(world.events(node.id()));
    }
    assertThat(world.flow().counts()).isEqualTo(counted);
  }

  private static void checkOpenUpstreams(World world, NodeInstance node) {
    int index = world.graph.index(node.nodeId());
    long open =
        world.graph.node(index).upstreams().stream()
            .distinct()
            .filter(
                upstream -> !(world.node(upstream.value()).state() instanceof NodeState.Success))
            .count();
    if (node.state() instanceof NodeState.NotRun(int counter)) {
      assertThat((long) counter).isEqualTo(open).isPositive();
    } else if (!(node.state() instanceof NodeState.Cancelled)) {
      assertThat(open).as("started only after all upstreams: %s", node).isZero();
    }
  }

  /**
   * I1: at most one end per attempt and per instance; R6: after a cancellation nothing is
   * dispatched or started.
   */
  private static void checkHistory(List<NodeInstanceEvent> events) {
    int ends = 0;
    int attempt = 0;
    boolean attemptOpen = false;
    boolean cancelled = false;
    for (NodeInstanceEvent event : events) {
      assertThat(ends).as("nothing after the end: %s", events).isZero();
      switch (event) {
        case NodeInstanceDispatched it -> {
          assertThat(attemptOpen || cancelled).isFalse();
          assertThat(it.attempt()).isEqualTo(++attempt);
          attemptOpen = true;
        }
        case NodeInstanceStarted it -> {
          assertThat(cancelled).isFalse();
          assertThat(attemptOpen).isTrue();
          assertThat(it.attempt()).isEqualTo(attempt);
        }
        case NodeInstanceRerunScheduled _ -> {
          assertThat(attemptOpen && !cancelled).isTrue();
          attemptOpen = false;
        }
        case CancellationRequested _ -> cancelled = true;
        case NodeInstanceSucceeded _, NodeInstanceFailed _, NodeInstanceCancelled _ -> ends++;
        case NodeInstanceEvent.Told _, NodeInstanceEvent.Untold _ -> {}
      }
    }
  }

  private static void checkEnd(World world) {
    NodeCounts counts = world.flow().counts();
    assertThat(counts.open()).isZero();
    assertThat(world.timers).isEmpty();
    assertThat(world.facts)
        .filteredOn(
            fact ->
                fact instanceof Fact.OfWorkflowInstance of
                    && of.event() instanceof WorkflowInstanceCompleted)
        .hasSize(1);
    assertThat(world.effects)
        .filteredOn(Effect.ReportWorkflowInstance.class::isInstance)
        .hasSize(1);
    assertThat(world.flow().state().status() == FlowStatus.SUCCESS)
        .isEqualTo(counts.succeeded() == counts.total());
    for (NodeInstance node : world.nodes.values()) {
      boolean blocked = node.state() instanceof NodeState.NotRun;
      assertThat(blocked || node.state() instanceof NodeState.Ended).isTrue();
    }
  }

  @Provide
  Arbitrary<WorkflowGraph> graphs() {
    Arbitrary<NodeWork> work =
        Arbitraries.frequency(
            Tuple.of(8, NodeWork.RUN),
            Tuple.of(4, NodeWork.ZERO_LOAD),
            Tuple.of(1, NodeWork.DRY_RUN),
            Tuple.of(1, NodeWork.FROZEN));
    Arbitrary<RerunPolicy> rerun =
        Arbitraries.integers()
            .between(0, 2)
            .map(times -> new RerunPolicy(RerunMode.ALLOWED, times, Duration.ofMinutes(2)));
    Arbitrary<List<NodeShape>> shapes =
        Combinators.combine(work, rerun, Arbitraries.integers().between(0, 0xFFF))
            .as(NodeShape::new)
            .list()
            .ofMaxSize(12);
    return shapes.map(WorkflowInstanceProperties::graph);
  }

  /** A node that depends on those earlier ones whose bit is set. */
  private record NodeShape(NodeWork work, RerunPolicy rerun, int upstreamBits) {}

  private static WorkflowGraph graph(List<NodeShape> shapes) {
    List<NodeDefinition> nodes = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      NodeShape shape = shapes.get(i);
      String[] upstreams =
          IntStream.range(0, i)
              .filter(bit -> (shape.upstreamBits() & (1 << bit)) != 0)
              .mapToObj(bit -> "n" + bit)
              .toArray(String[]::new);
      nodes.add(Definitions.node("n" + i, shape.work(), shape.rerun(), upstreams));
    }
    return Definitions.graph(nodes);
  }
}
