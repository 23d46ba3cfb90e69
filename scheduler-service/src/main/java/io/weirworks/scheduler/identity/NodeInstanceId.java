package io.weirworks.scheduler.identity;

import java.util.UUID;

/** A node instance. */
public record NodeInstanceId(UUID value) {

  /** The instance of a node in a workflow instance. */
  public static NodeInstanceId of(WorkflowInstanceId workflowInstance, NodeId node) {
    return new NodeInstanceId(
        DerivedId.of("node", workflowInstance.value().toString(), node.value()));
  }
}
