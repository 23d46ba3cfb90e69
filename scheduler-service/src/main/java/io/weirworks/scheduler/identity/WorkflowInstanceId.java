package io.weirworks.scheduler.identity;

import java.time.LocalDate;
import java.util.UUID;

/** A workflow instance; also the ordering key of everything in it. */
public record WorkflowInstanceId(UUID value) {

  /**
   * The instance that a RunWorkflow command makes; {@code (source, id)} is the command's
   * idempotency key.
   */
  public static WorkflowInstanceId manual(String commandSource, String commandId) {
    return new WorkflowInstanceId(DerivedId.of("manual", commandSource, commandId));
  }

  /** The instance that a backfill makes for one business date. */
  public static WorkflowInstanceId ofBackfill(
      WorkflowId workflow, BackfillId backfill, LocalDate bizdate) {
    return new WorkflowInstanceId(
        DerivedId.of(
            "supplement", workflow.value(), backfill.value().toString(), bizdate.toString()));
  }
}
