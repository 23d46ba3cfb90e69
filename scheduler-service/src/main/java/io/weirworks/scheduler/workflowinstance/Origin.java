package io.weirworks.scheduler.workflowinstance;

import io.weirworks.scheduler.generation.SchedulerType;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.workflow.Part;
import java.time.Instant;

/** What made a workflow instance. */
public sealed interface Origin {

  /** RunWorkflow: it starts now, whatever its scheduled time. */
  record Manual() implements Origin {}

  /** A backfill: it starts no earlier than its scheduled time. */
  record OfBackfill(BackfillId backfill) implements Origin {}

  /**
   * A schedule.
   *
   * @param part the nodes that it has instances of
   * @param type what all of it does at its turn
   * @param notBefore it starts no earlier: its scheduled time, or later where it is made up
   */
  record Scheduled(Part part, Instant scheduledTime, SchedulerType type, Instant notBefore)
      implements Origin {}

  /** The nodes that it has instances of. */
  default Part part() {
    return new Part.Whole();
  }
}
