package io.weirworks.scheduler.backfill;

import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.workflowinstance.FlowStatus;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a backfill can be told. */
public sealed interface BackfillCommand {

  /** Begin, or wait to be begun as the plan says. Made once: a repetition does nothing. */
  record StartBackfill(BackfillScope scope) implements BackfillCommand {}

  /** Begin a planned one, of which the asker has seen the plan with this hash. */
  record BeginBackfill(BackfillId id, String planHash) implements BackfillCommand {}

  /** Begin no further date for now. */
  record PauseBackfill(BackfillId id, @Nullable String reason) implements BackfillCommand {}

  /** Go on with the next date. */
  record ResumeBackfill(BackfillId id) implements BackfillCommand {}

  /** A workflow instance of it ended. */
  record ReportWorkflowInstance(
      WorkflowInstanceId workflowInstance, LocalDate bizdate, FlowStatus status)
      implements BackfillCommand {}

  /** Stop the open dates and begin no more. */
  record CancelBackfill(BackfillId id, @Nullable String reason) implements BackfillCommand {}
}
