package io.weirworks.scheduler.workflowinstance.adapter;

import io.weirworks.scheduler.workflow.adapter.WorkflowNames;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent;
import java.time.Instant;

/** An event of a workflow instance with what its row shows besides. */
sealed interface WorkflowInstanceChange {

  record Created(WorkflowInstanceEvent.WorkflowInstanceCreated event, WorkflowNames names)
      implements WorkflowInstanceChange {}

  record Happened(WorkflowInstanceEvent event, Instant at) implements WorkflowInstanceChange {}
}
