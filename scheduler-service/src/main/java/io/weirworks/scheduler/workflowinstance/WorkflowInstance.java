package io.weirworks.scheduler.workflowinstance;

import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent.CancellationRequested;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent.NodesCounted;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent.WorkflowInstanceCompleted;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent.WorkflowInstanceCreated;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent.WorkflowInstanceReopened;

/**
 * A workflow instance as it is stored: counts only.
 *
 * @param sequence of its last told event (I4)
 */
public record WorkflowInstance(
    WorkflowInstancePlan plan, NodeCounts counts, WorkflowInstanceState state, long sequence) {

  /** The instance that its first event makes. */
  public static WorkflowInstance created(WorkflowInstanceCreated event) {
    return new WorkflowInstance(
        event.plan(),
        NodeCounts.notRun(event.nodeInstances()),
        new WorkflowInstanceState.Running(),
        1);
  }

  /** The instance after an event. */
  public WorkflowInstance evolve(WorkflowInstanceEvent event) {
    return switch (event) {
      case WorkflowInstanceCreated _ ->
          throw new IllegalStateException(event + " cannot happen to " + this);
      case WorkflowInstanceCompleted(var status, var completed) ->
          new WorkflowInstance(
              plan, completed, new WorkflowInstanceState.Ended(status), sequence + 1);
      case WorkflowInstanceReopened _ ->
          new WorkflowInstance(plan, counts, new WorkflowInstanceState.Running(), sequence + 1);
      case NodesCounted(var counted) -> new WorkflowInstance(plan, counted, state, sequence);
      case CancellationRequested(var reason) ->
          new WorkflowInstance(
              plan, counts, new WorkflowInstanceState.Cancelling(reason), sequence);
    };
  }

  /** How it ends when nothing of it goes on (see the package). */
  FlowStatus outcome() {
    if (counts.succeeded() == counts.total()) {
      return FlowStatus.SUCCESS;
    }
    return switch (state) {
      case WorkflowInstanceState.Cancelling _ -> FlowStatus.CANCELLED;
      case WorkflowInstanceState.Running _ -> FlowStatus.FAILURE;
      case WorkflowInstanceState.Ended(FlowStatus status) -> status;
    };
  }
}
