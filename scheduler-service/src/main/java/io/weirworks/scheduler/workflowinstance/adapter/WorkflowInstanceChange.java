package io.weirworks.scheduler.workflowinstance.adapter;

import io.weirworks.scheduler.workflow.adapter.WorkflowNames;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event of a workflow instance with what its row shows besides. */
sealed interface WorkflowInstanceChange {

  record Created(WorkflowInstanceEvent.WorkflowInstanceCreated event, WorkflowNames names)
      implements WorkflowInstanceChange {}

  record Happened(WorkflowInstanceEvent event, Instant at) implements WorkflowInstanceChange {}

  /** {@code due}: when it is looked next whether the executor has answered; null: it is not. */
  record ExecutorWatched(@Nullable Instant due) implements WorkflowInstanceChange {}
}
