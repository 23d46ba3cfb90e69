package io.weirworks.scheduler.backfill;

import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.workflowinstance.FlowStatus;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a backfill can be told. */
public sealed interface BackfillCommand {

  /** Begin. Made once: a repetition does nothing. */
  record StartBackfill(BackfillPlan plan) implements BackfillCommand {}

  /** A workflow instance of it ended. */
  record ReportWorkflowInstance(
      WorkflowInstanceId workflowInstance, LocalDate bizdate, FlowStatus status)
      implements BackfillCommand {}

  /** Stop the open dates and begin no more. */
  record CancelBackfill(BackfillId id, @Nullable String reason) implements BackfillCommand {}
}
