package io.weirworks.scheduler.schedule;

import io.weirworks.scheduler.generation.SchedulerType;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.recurrence.Tick;
import io.weirworks.scheduler.workflow.Part;
import java.time.Instant;

/**
 * A workflow instance that a schedule makes.
 *
 * @param version of the workflow that it is of
 * @param notBefore it starts no earlier
 */
public record GeneratedInstance(int version, Tick tick, SchedulerType type, Instant notBefore) {

  /** Its id, derived from what it is made from. */
  public WorkflowInstanceId id(WorkflowId workflow, Part part) {
    return id(workflow, part, tick);
  }

  /** The id of the workflow instance of a part for a tick, whether there is one or not. */
  public static WorkflowInstanceId id(WorkflowId workflow, Part part, Tick tick) {
    return part instanceof Part.Single(NodeId node)
        ? WorkflowInstanceId.scheduled(workflow, node, tick.bizdate(), tick.time())
        : WorkflowInstanceId.scheduled(workflow, tick.bizdate(), tick.time());
  }
}
