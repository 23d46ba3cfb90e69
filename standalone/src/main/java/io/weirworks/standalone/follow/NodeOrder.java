package io.weirworks.standalone.follow;

import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.registry.WorkflowDefinition;
import io.weirworks.contract.registry.WorkflowState;
import io.weirworks.contract.scheduler.NodeInstanceState;
import io.weirworks.schemas.Service;
import io.weirworks.standalone.topics.StateTopic;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The nodes of a workflow from its start to its end.
 *
 * @param depths of each node id, in the definition's order: 0 has no upstream, others are one below
 *     their deepest upstream
 */
public record NodeOrder(Map<String, Integer> depths) {

  /** Of the version in force; no order at all where the workflow is not known. */
  public static NodeOrder read(String bootstrapServers, String workspace, String workflow) {
    return StateTopic.read(bootstrapServers, Service.REGISTRY)
        .all(WorkflowState.class)
        .map(WorkflowState::getDefinition)
        .filter(found -> found.getWorkspace().equals(workspace) && found.getName().equals(workflow))
        .findFirst()
        .map(NodeOrder::of)
        .orElseGet(() -> new NodeOrder(Map.of()));
  }

  static NodeOrder of(WorkflowDefinition definition) {
    Map<String, Integer> depths = new LinkedHashMap<>();
    // each node stands after its upstreams (contract)
    for (NodeDefinition node : definition.getNodes()) {
      int depth =
          node.getUpstreams().stream()
              .mapToInt(upstream -> depths.getOrDefault(upstream, 0) + 1)
              .max()
              .orElse(0);
      depths.put(node.getId(), depth);
    }
    return new NodeOrder(depths);
  }

  int depth(NodeInstanceState node) {
    return depths.getOrDefault(node.getNodeId(), 0);
  }

  List<NodeInstanceState> sorted(List<NodeInstanceState> nodes) {
    List<String> order = List.copyOf(depths.keySet());
    return nodes.stream()
        .sorted(
            Comparator.comparingInt((NodeInstanceState node) -> order.indexOf(node.getNodeId()))
                .thenComparing(NodeInstanceState::getNode))
        .toList();
  }
}
