package io.weirworks.scheduler.workflow.adapter;

import io.weirworks.contract.registry.Dependency;
import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.registry.WorkflowDefinition;
import io.weirworks.scheduler.dependency.NodeDependency;
import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.dependency.Outputs;
import java.util.List;
import java.util.stream.Stream;

/**
 * What nodes depend on outside their workflow instance; registry-service has resolved outputs to
 * the nodes that have them.
 */
final class DependencyMapping {

  private DependencyMapping() {}

  static List<NodeDependency> of(WorkflowDefinition workflow, NodeDefinition node) {
    return workflow.getDependencies().stream()
        .filter(dependency -> dependency.getNodeId().equals(node.getId()))
        .flatMap(dependency -> of(workflow, dependency))
        .distinct()
        .toList();
  }

  private static Stream<NodeDependency> of(WorkflowDefinition workflow, Dependency dependency) {
    return switch (dependency.getType()) {
      case CROSS_CYCLE_SELF -> Stream.of(new NodeDependency.OnItself());
      case CROSS_CYCLE_CHILDREN -> Stream.of(new NodeDependency.OnChildren());
      case NORMAL ->
          dependency.getUpstreamNodeId() == null
              ? unknown(dependency)
              : Stream.of(new NodeDependency.OnSameCycle(upstream(workflow, dependency)));
      case CROSS_CYCLE_OTHER_NODE ->
          dependency.getUpstreamNodeId() == null
              ? Stream.empty()
              : Stream.of(onPreviousCycle(workflow, dependency));
      case UNKNOWN -> Stream.empty();
    };
  }

  /** The root of a workspace is a function of time and no node (DESIGN 5). */
  private static Stream<NodeDependency> unknown(Dependency dependency) {
    String output = dependency.getOutput();
    return output == null || Outputs.isRoot(output)
        ? Stream.empty()
        : Stream.of(new NodeDependency.OnUnknownOutput(output));
  }

  private static NodeDependency onPreviousCycle(
      WorkflowDefinition workflow, Dependency dependency) {
    NodeKey upstream = upstream(workflow, dependency);
    return upstream.equals(new NodeKey(workflow.getWorkflowId(), dependency.getNodeId()))
        ? new NodeDependency.OnItself()
        : new NodeDependency.OnPreviousCycle(upstream);
  }

  private static NodeKey upstream(WorkflowDefinition workflow, Dependency dependency) {
    String of = dependency.getUpstreamWorkflowId();
    return new NodeKey(of == null ? workflow.getWorkflowId() : of, dependency.getUpstreamNodeId());
  }
}
