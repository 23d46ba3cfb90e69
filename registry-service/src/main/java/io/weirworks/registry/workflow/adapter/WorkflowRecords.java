package io.weirworks.registry.workflow.adapter;

import io.weirworks.contract.registry.Dependency;
import io.weirworks.contract.registry.DependencyType;
import io.weirworks.contract.registry.WorkflowDefinition;
import io.weirworks.contract.registry.WorkflowKind;
import io.weirworks.registry.workflow.CrossDependency;
import io.weirworks.registry.workflow.Upstream;
import io.weirworks.registry.workflow.WorkflowDraft;
import io.weirworks.registry.workflow.WorkflowEvent;
import io.weirworks.registry.workflow.WorkflowEvent.WorkflowDeployed;
import io.weirworks.registry.workflow.WorkflowEvent.WorkflowUndeployed;
import io.weirworks.registry.workflow.WorkflowState.Deployed;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** Workflows in the contract's records. Enumerations have the same names on both sides. */
public final class WorkflowRecords {

  private WorkflowRecords() {}

  static SpecificRecord event(WorkflowEvent event) {
    return switch (event) {
      case WorkflowDeployed(var draft, var version, var comment, var deployedAt) ->
          io.weirworks.contract.registry.WorkflowDeployed.newBuilder()
              .setDefinition(definition(draft, version))
              .setSpecification(draft.specification())
              .setDeployedAt(deployedAt)
              .setComment(comment)
              .build();
      case WorkflowUndeployed(var former, var version, var comment, var undeployedAt) ->
          io.weirworks.contract.registry.WorkflowUndeployed.newBuilder()
              .setWorkflowId(former.workflowId().toString())
              .setWorkspaceId(former.workspaceId().toString())
              .setWorkspace(former.workspace())
              .setName(former.definition().name())
              .setVersion(version)
              .setUndeployedAt(undeployedAt)
              .setComment(comment)
              .build();
    };
  }

  static io.weirworks.contract.registry.WorkflowState state(Deployed workflow) {
    return io.weirworks.contract.registry.WorkflowState.newBuilder()
        .setDefinition(definition(workflow))
        .setDeployedAt(workflow.deployedAt())
        .build();
  }

  /** The version in force. */
  public static WorkflowDefinition definition(Deployed workflow) {
    return definition(workflow.inForce(), workflow.version());
  }

  private static WorkflowDefinition definition(WorkflowDraft draft, int version) {
    io.weirworks.registry.workflow.WorkflowDefinition definition = draft.definition();
    return WorkflowDefinition.newBuilder()
        .setWorkflowId(draft.workflowId().toString())
        .setWorkspaceId(draft.workspaceId().toString())
        .setWorkspace(draft.workspace())
        .setName(definition.name())
        .setVersion(version)
        .setKind(WorkflowKind.valueOf(definition.kind().name()))
        .setDescription(definition.description())
        .setOwner(definition.owner())
        .setTimeZone(definition.zone().getId())
        .setTrigger(definition.schedule() == null ? null : TriggerRecords.of(definition.schedule()))
        .setParameters(definition.parameters().stream().map(NodeRecords::of).toList())
        .setNodes(definition.nodes().stream().map(NodeRecords::of).toList())
        .setDependencies(
            definition.dependencies().stream().map(WorkflowRecords::dependency).toList())
        .setSpecSha256(draft.specSha256())
        .build();
  }

  private static Dependency dependency(CrossDependency dependency) {
    Upstream upstream = dependency.upstream();
    UUID elsewhere = upstream == null ? null : upstream.workflowId();
    return Dependency.newBuilder()
        .setNodeId(dependency.nodeId())
        .setType(DependencyType.valueOf(dependency.type().name()))
        .setOutput(dependency.output())
        .setUpstreamNodeId(upstream == null ? null : upstream.nodeId())
        .setUpstreamWorkflowId(elsewhere == null ? null : elsewhere.toString())
        .build();
  }
}
