package io.weirworks.scheduler.backfill;

import io.weirworks.scheduler.identity.WorkflowInstanceId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backfill's event asks of workflow instances: commands that are sent in the same
 * transaction.
 */
public sealed interface BackfillEffect {

  /**
   * Make the workflow instance of a business date, of the plan's version and with its constants.
   */
  record CreateWorkflowInstance(WorkflowInstanceId id, LocalDate bizdate)
      implements BackfillEffect {}

  /** Cancel the workflow instance of an open date; harmless where it has ended meanwhile. */
  record StopWorkflowInstance(WorkflowInstanceId id, @Nullable String reason)
      implements BackfillEffect {}

  /**
   * What follows from an event.
   *
   * @param backfill after the event
   */
  static List<BackfillEffect> of(Backfill backfill, BackfillEvent event) {
    BackfillPlan plan = backfill.plan();
    return switch (event) {
      case BackfillEvent.DateBegun(LocalDate bizdate) ->
          List.of(new CreateWorkflowInstance(plan.workflowInstance(bizdate), bizdate));
      case BackfillEvent.CancellationRequested(String reason) ->
          backfill.open().stream()
              .<BackfillEffect>map(
                  bizdate -> new StopWorkflowInstance(plan.workflowInstance(bizdate), reason))
              .toList();
      case BackfillEvent.Told _, BackfillEvent.DateEnded _ -> List.of();
    };
  }
}
