package io.weirworks.scheduler.workflowinstance;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.NodeState;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.WorkflowGraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A rerun with downstream against the closure of the graph (R28). */
class RerunProperties {

  @Property(seed = "20251104", tries = 2000)
  void aRerunWithDownstreamSetsExactlyTheReachableNodesBackAndRunsThemInOrder(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 0xFFF) Integer> shapes,
      @ForAll @IntRange(min = 0, max = 11) int from,
      @ForAll @IntRange(min = 6, max = 40) int maxRecords) {
    // given: all have succeeded
    WorkflowGraph graph = graph(shapes);
    World world = new World(graph, maxRecords, null);
    world.create();
    succeedAll(world);
    String asked = "n" + from % shapes.size();
    Set<String> closure = closure(graph, asked);
    // when
    assertThat(world.rerun(asked, Downstream.ALL)).isEmpty();
    // then
    assertThat(world.reset()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(closure);
    for (NodeInstance node : world.nodes.values()) {
      if (node.state() instanceof NodeState.NotRun(int open)) {
        NodeDefinition definition = graph.node(graph.index(node.nodeId()));
        assertThat((long) open)
            .isEqualTo(
                definition.upstreams().stream()
                    .distinct()
                    .filter(upstream -> closure.contains(upstream.value()))
                    .count());
      }
    }
    succeedAll(world);
    assertThat(world.flow().state().status()).isEqualTo(FlowStatus.SUCCESS);
    assertThat(world.begunTooEarly).isEmpty();
    for (NodeInstance node : world.nodes.values()) {
      assertThat(node.attempt()).isEqualTo(closure.contains(node.nodeId().value()) ? 2 : 1);
    }
  }

  private static void succeedAll(World world) {
    List<String> running;
    do {
      running =
          world.nodes.values().stream()
              .filter(node -> node.state() instanceof NodeState.WithRun)
              .map(node -> node.nodeId().value())
              .toList();
      running.forEach(world::succeed);
    } while (!running.isEmpty());
  }

  /** By the definition alone, until nothing is added. */
  private static Set<String> closure(WorkflowGraph graph, String from) {
    Set<String> reached = new TreeSet<>(Set.of(from));
    Set<String> before = new HashSet<>();
    while (!before.equals(reached)) {
      before = new HashSet<>(reached);
      Set<String> known = before;
      reached.addAll(
          graph.definition().nodes().stream()
              .filter(node -> node.upstreams().stream().anyMatch(up -> known.contains(up.value())))
              .map(node -> node.id().value())
              .collect(Collectors.toSet()));
    }
    return reached;
  }

  /** Each node depends on those before it whose bit is set. */
  private static WorkflowGraph graph(List<Integer> shapes) {
    List<NodeDefinition> nodes = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      int bits = shapes.get(i);
      nodes.add(
          Definitions.run(
              "n" + i,
              IntStream.range(0, i)
                  .filter(bit -> (bits & (1 << bit)) != 0)
                  .mapToObj(bit -> "n" + bit)
                  .toArray(String[]::new)));
    }
    return Definitions.graph(nodes);
  }
}
