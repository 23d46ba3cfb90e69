package io.weirworks.lineage.impact.adapter;

import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.registry.WorkflowDefinition;
import io.weirworks.contract.registry.WorkflowState;
import io.weirworks.contract.scheduler.BaselineState;
import io.weirworks.contract.scheduler.InstanceStatus;
import io.weirworks.contract.scheduler.NodeInstanceState;
import io.weirworks.messaging.View;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is kept of other services' states: node instances that have not begun to run, of workflows
 * who answers for their nodes, and baselines.
 */
public final class ImpactViews {

  private static final Set<InstanceStatus> NOT_STARTED =
      EnumSet.of(InstanceStatus.NOT_RUN, InstanceStatus.WAIT_TIME, InstanceStatus.WAIT_RESOURCE);

  private ImpactViews() {}

  public static List<View<?>> views() {
    return List.of(
        new View<>(
            NodeInstanceState.class,
            state -> ofJob(state.getWorkspace(), state.getWorkflow() + "." + state.getNode()),
            state -> Optional.of(state).filter(s -> NOT_STARTED.contains(s.getStatus()))),
        new View<>(
            WorkflowState.class,
            state ->
                ofWorkflow(state.getDefinition().getWorkspace(), state.getDefinition().getName()),
            state -> Optional.of(owners(state))),
        new View<>(BaselineState.class, state -> ofBaselines(state.getWorkspace())));
  }

  /** Names of different kinds are told apart by what stands between their parts. */
  static String ofJob(String namespace, String name) {
    return namespace + "\n" + name;
  }

  static String ofWorkflow(String workspace, String workflow) {
    return workspace + "/" + workflow;
  }

  static String ofBaselines(String workspace) {
    return workspace + "|baselines";
  }

  private static WorkflowState owners(WorkflowState state) {
    WorkflowDefinition definition = state.getDefinition();
    List<NodeDefinition> nodes =
        definition.getNodes().stream().map(ImpactViews::withoutCode).toList();
    return WorkflowState.newBuilder(state)
        .setDefinition(
            WorkflowDefinition.newBuilder(definition)
                .setNodes(nodes)
                .setParameters(List.of())
                .setDependencies(List.of())
                .build())
        .build();
  }

  private static NodeDefinition withoutCode(NodeDefinition node) {
    return NodeDefinition.newBuilder()
        .setId(node.getId())
        .setName(node.getName())
        .setOwner(node.getOwner())
        .setCommand(node.getCommand())
        .setScript("")
        .build();
  }
}
