package io.weirworks.scheduler.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A node instance. */
public record NodeInstanceId(UUID value) {

  /** The instance of a node in a workflow instance. */
  public static NodeInstanceId of(WorkflowInstanceId workflowInstance, NodeId node) {
    return new NodeInstanceId(
        DerivedId.of("node", workflowInstance.value().toString(), node.value()));
  }

  /**
   * The instance of a node that may be inside a loop; node ids are unique in the workflow, those
   * inside loops included.
   *
   * @param iteration which turn of the loop; null: the node is in none
   */
  public static NodeInstanceId of(
      WorkflowInstanceId workflowInstance, NodeId node, @Nullable Iteration iteration) {
    return iteration == null
        ? of(workflowInstance, node)
        : new NodeInstanceId(
            DerivedId.of(
                "loop-node",
                workflowInstance.value().toString(),
                node.value(),
                Integer.toString(iteration.round()),
                Integer.toString(iteration.number())));
  }
}
