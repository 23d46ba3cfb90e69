package io.weirworks.scheduler.workflowinstance;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.NodeState;
import io.weirworks.scheduler.instance.Operation;
import io.weirworks.scheduler.instance.Timer;
import io.weirworks.scheduler.instance.WaitOwner;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.NodeWork;
import io.weirworks.scheduler.workflow.RerunMode;
import io.weirworks.scheduler.workflow.RerunPolicy;
import io.weirworks.scheduler.workflow.WorkflowGraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/**
 * Random graphs under random interleavings and repetitions of run facts, cancellations, timers and
 * whatever operators may do.
 */
class WorkflowInstanceProperties {

  @Property(seed = "20251101", tries = 10000)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void anyInterleavingKeepsTheInvariantsAndEnds(
      @ForAll("graphs") WorkflowGraph graph,
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 1_000_000) Integer> moves,
      @ForAll @IntRange(min = 6, max = 40) int maxRecords) {
    World world = anyInterleaving(graph, moves, maxRecords);
    world.operations.forEach(kind -> Statistics.label("operations").collect(kind));
    Statistics.label("operations")
        .coverage(
            coverage ->
                Arrays.stream(Operation.Kind.values())
                    .forEach(kind -> coverage.check(kind).count(count -> count > 100)));
  }

  @Property(tries = 200_000)
  @Tag("endurance")
  void veryManyInterleavingsKeepTheInvariantsAndEnd(
      @ForAll("graphs") WorkflowGraph graph,
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 1_000_000) Integer> moves,
      @ForAll @IntRange(min = 6, max = 40) int maxRecords) {
    assertThat(anyInterleaving(graph, moves, maxRecords).timers).isEmpty();
  }

  /** R14: while nobody else does anything, time brings each to its end or to somebody's turn. */
  @Property(seed = "20251105", tries = 3000)
  void withAllOthersSilentNobodyWaitsForTheClockForEver(
      @ForAll("graphs") WorkflowGraph graph,
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 1_000_000) Integer> moves) {
    // given
    World world = new World(graph, 40, BackfillId.of("cli", "b"));
    Chaos chaos = new Chaos(world);
    world.create();
    moves.forEach(chaos::move);
    // when
    Set<Map.Entry<NodeInstanceId, Timer>> fired = new HashSet<>();
    for (Optional<Map.Entry<NodeInstanceId, Timer>> next = first(world, fired);
        next.isPresent();
        next = first(world, fired)) {
      fired.add(next.get());
      chaos.fire(next.get().getKey());
    }
    // then
    for (NodeInstance node : world.nodes.values()) {
      assertThat(node.waitsFor(world.now).stream())
          .allSatisfy(
              wait ->
                  assertThat(wait.owner())
                      .as("%s", node)
                      .isIn(
                          WaitOwner.UPSTREAM,
                          WaitOwner.EXECUTOR,
                          WaitOwner.ENGINE,
                          WaitOwner.OPERATOR));
    }
  }

  /** A timer fires once: that of an executor's answer leaves the state as it is. */
  private static Optional<Map.Entry<NodeInstanceId, Timer>> first(
      World world, Set<Map.Entry<NodeInstanceId, Timer>> fired) {
    return world.timers.entrySet().stream()
        .<Map.Entry<NodeInstanceId, Timer>>map(Map.Entry::copyOf)
        .filter(timer -> !fired.contains(timer))
        .findFirst();
  }

  private static World anyInterleaving(WorkflowGraph graph, List<Integer> moves, int maxRecords) {
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
    return world;
  }

  private static void checkAlways(World world) {
    NodeCounts counted = NodeCounts.notRun(world.nodes.size());
    for (NodeInstance node : world.nodes.values()) {
      counted = counted.moved(new NodeState.NotRun(0), node.state());
      assertThat(node.waitsFor(world.now).isPresent())
          .as("I5: %s", node)
          .isEqualTo(!(node.state() instanceof NodeState.Ended));
      assertThat(Optional.ofNullable(world.timers.get(node.id()))).isEqualTo(node.timer());
      checkOpenUpstreams(world, node);
      Histories.check(world, node);
    }
    assertThat(world.flow().counts()).isEqualTo(counted);
    assertThat(world.begunTooEarly).isEmpty();
  }

  /** Nobody waits for fewer or more than has not succeeded, and nobody begins before it has. */
  private static void checkOpenUpstreams(World world, NodeInstance node) {
    int index = world.graph.index(node.nodeId());
    long open =
        world.graph.node(index).upstreams().stream()
            .distinct()
            .filter(upstream -> !node.interventions().detached().contains(upstream))
            .filter(
                upstream -> !(world.node(upstream.value()).state() instanceof NodeState.Success))
            .count();
    switch (node.state()) {
      case NodeState.NotRun(int counter) ->
          assertThat((long) counter).as("%s", node).isEqualTo(open).isPositive();
      case NodeState.WaitTime _ -> assertThat(open).as("%s", node).isZero();
      default -> {}
    }
  }

  private static void checkEnd(World world) {
    NodeCounts counts = world.flow().counts();
    assertThat(counts.open()).isZero();
    assertThat(world.timers).isEmpty();
    Histories.checkCompletions(world);
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
