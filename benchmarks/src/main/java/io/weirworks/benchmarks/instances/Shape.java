package io.weirworks.benchmarks.instances;

import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.registry.WorkflowDefinition;
import io.weirworks.contract.registry.WorkflowKind;
import io.weirworks.contract.registry.WorkflowState;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A workflow of no-op nodes.
 *
 * @param upstreams of each node, by index; each node comes after its upstreams
 */
record Shape(String name, List<List<Integer>> upstreams) {

  static final String WORKSPACE = "bench";
  static final String WORKSPACE_ID = "ws-bench";

  /**
   * A shape as the command line names it.
   *
   * @param name chain, flat, tree, grid or fan
   * @param nodes how many in all; a fan has that many between its first and its last
   */
  static Shape named(String name, int nodes) {
    IntFunction<List<Integer>> of =
        switch (name) {
          case "chain" -> node -> node == 0 ? List.of() : List.of(node - 1);
          case "flat" -> _ -> List.of();
          case "tree" -> node -> node == 0 ? List.of() : List.of((node - 1) / 2);
          case "grid" -> grid((int) Math.round(Math.sqrt(nodes)));
          case "fan" ->
              node -> {
                boolean last = node == nodes + 1;
                return last
                    ? IntStream.rangeClosed(1, nodes).boxed().toList()
                    : node == 0 ? List.of() : List.of(0);
              };
          default ->
              throw new IllegalArgumentException(
                  "shape " + name + " is none of chain, flat, tree, grid, fan");
        };
    int all = name.equals("fan") ? nodes + 2 : nodes;
    return new Shape(name + "-" + nodes, IntStream.range(0, all).mapToObj(of).toList());
  }

  /** Each node waits for its left and its upper neighbour. */
  private static IntFunction<List<Integer>> grid(int width) {
    return node ->
        IntStream.of(node % width == 0 ? -1 : node - 1, node - width)
            .filter(index -> index >= 0)
            .boxed()
            .toList();
  }

  int nodes() {
    return upstreams.size();
  }

  /** Index of a node by its name. */
  static int index(String node) {
    return Integer.parseInt(node.substring(1));
  }

  String id() {
    return "wf-" + name;
  }

  /** As registry-service tells it. */
  WorkflowState deployed() {
    return new WorkflowState(
        WorkflowDefinition.newBuilder()
            .setWorkflowId(id())
            .setWorkspaceId(WORKSPACE_ID)
            .setWorkspace(WORKSPACE)
            .setName(name)
            .setVersion(1)
            .setKind(WorkflowKind.MANUAL_WORKFLOW)
            .setTimeZone("UTC")
            .setNodes(IntStream.range(0, nodes()).mapToObj(this::node).toList())
            .setSpecSha256("0".repeat(64))
            .build(),
        Instant.EPOCH);
  }

  private NodeDefinition node(int index) {
    return NodeDefinition.newBuilder()
        .setId("n" + index)
        .setName("n" + index)
        .setCommand("EMR_SHELL")
        .setScript("true")
        .setComputeUnitsMilli(1)
        .setUpstreams(upstreams.get(index).stream().map(upstream -> "n" + upstream).toList())
        .build();
  }
}
