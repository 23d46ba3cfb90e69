package io.weirworks.scheduler.workflowinstance;

import io.weirworks.scheduler.identity.NodeInstanceId;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a workflow instance as a whole. Told events are records of the contract and take
 * a sequence.
 */
public sealed interface WorkflowInstanceEvent {

  /** An event of the contract, of the same name there. */
  sealed interface Told extends WorkflowInstanceEvent {}

  /** A change of the row that subscribers see in the state topic only. */
  sealed interface Untold extends WorkflowInstanceEvent {}

  /** It exists; its node instances follow. */
  record WorkflowInstanceCreated(WorkflowInstancePlan plan, int nodeInstances) implements Told {}

  /** It ended: nothing of it goes on and nothing more can begin. */
  record WorkflowInstanceCompleted(FlowStatus status, NodeCounts counts) implements Told {}

  /** It had ended and goes on because an operator let this node instance of it go on. */
  record WorkflowInstanceReopened(NodeInstanceId nodeInstance) implements Told {}

  /** Node instances moved. */
  record NodesCounted(NodeCounts counts) implements Untold {}

  /** All its node instances are being cancelled. */
  record CancellationRequested(@Nullable String reason) implements Untold {}
}
