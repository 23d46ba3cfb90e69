package io.weirworks.scheduler.workflowinstance;

import io.weirworks.scheduler.generation.SchedulerType;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.workflow.Part;
import java.time.Instant;

/** What made a workflow instance. */
public sealed interface Origin {

  /** RunWorkflow: it starts now, whatever its scheduled time. */
  record Manual() implements Origin {}

  /** A test of one node alone, whatever its upstream (dataworks-semantics 5.3). */
  record SmokeTest(NodeId node) implements Origin {}

  /**
   * A backfill.
   *
   * @param unit which of the backfill's units it has instances of, from 0
   * @param type what all of it does at its turn
   * @param waitsForTime it starts no earlier than its scheduled time
   */
  record OfBackfill(
      BackfillId backfill,
      int unit,
      Instant scheduledTime,
      SchedulerType type,
      boolean waitsForTime)
      implements Origin {}

  /**
   * A schedule.
   *
   * @param part the nodes that it has instances of
   * @param type what all of it does at its turn
   * @param notBefore it starts no earlier: its scheduled time, or later where it is made up
   */
  record Scheduled(Part part, Instant scheduledTime, SchedulerType type, Instant notBefore)
      implements Origin {}
}
