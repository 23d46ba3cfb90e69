package io.weirworks.standalone.simulate;

import io.weirworks.contract.registry.Dependency;
import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.registry.WorkflowDefinition;
import io.weirworks.scheduler.dependency.DeclaredDependency;
import io.weirworks.scheduler.dependency.DeclaredDependency.Upstream;
import io.weirworks.scheduler.dependency.NodeKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the nodes of deployed workflows wait for.
 *
 * @param keys of the nodes that there are
 */
record DeployedDependencies(Map<NodeId, NodeKey> keys) {

  /** A node by the ids that dependencies name. */
  record NodeId(String workflowId, String nodeId) {}

  static DeployedDependencies among(Collection<WorkflowDefinition> workflows) {
    Map<NodeId, NodeKey> keys = new HashMap<>();
    for (WorkflowDefinition workflow : workflows) {
      for (NodeDefinition node : workflow.getNodes()) {
        keys.put(
            new NodeId(workflow.getWorkflowId(), node.getId()),
            new NodeKey(workflow.getName(), node.getName()));
      }
    }
    return new DeployedDependencies(keys);
  }

  /** As the node's definition declares them. */
  List<DeclaredDependency> of(WorkflowDefinition workflow, NodeDefinition node) {
    List<DeclaredDependency> declared = new ArrayList<>();
    for (String upstream : node.getUpstreams()) {
      Optional.ofNullable(keys.get(new NodeId(workflow.getWorkflowId(), upstream)))
          .map(key -> new DeclaredDependency.Normal(new Upstream.Node(key)))
          .ifPresent(declared::add);
    }
    for (Dependency dependency : workflow.getDependencies()) {
      if (dependency.getNodeId().equals(node.getId())) {
        declared(dependency, upstream(workflow, dependency)).ifPresent(declared::add);
      }
    }
    return declared;
  }

  /** The node that registry-service found, else the output: a node of another workspace. */
  private Optional<Upstream> upstream(WorkflowDefinition workflow, Dependency dependency) {
    String elsewhere = dependency.getUpstreamWorkflowId();
    String nodeId = dependency.getUpstreamNodeId();
    NodeKey key =
        nodeId == null
            ? null
            : keys.get(
                new NodeId(elsewhere == null ? workflow.getWorkflowId() : elsewhere, nodeId));
    return key == null
        ? Optional.ofNullable(dependency.getOutput()).map(Upstream.Output::new)
        : Optional.of(new Upstream.Node(key));
  }

  private static Optional<DeclaredDependency> declared(
      Dependency dependency, Optional<Upstream> upstream) {
    return switch (dependency.getType()) {
      case NORMAL -> upstream.map(DeclaredDependency.Normal::new);
      case CROSS_CYCLE_SELF -> Optional.of(new DeclaredDependency.CrossCycleSelf());
      case CROSS_CYCLE_CHILDREN -> Optional.of(new DeclaredDependency.CrossCycleChildren());
      case CROSS_CYCLE_OTHER_NODE -> upstream.map(DeclaredDependency.CrossCycleOtherNode::new);
      case UNKNOWN -> Optional.empty();
    };
  }
}
