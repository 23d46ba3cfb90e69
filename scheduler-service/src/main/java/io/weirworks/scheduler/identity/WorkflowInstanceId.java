package io.weirworks.scheduler.identity;

import java.time.Instant;
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

  /**
   * The instance that a workflow's timetable makes.
   *
   * @param scheduledTime beside the business date, since a change of offset may give two business
   *     dates one scheduled time, and a timetable may give one business date many
   */
  public static WorkflowInstanceId scheduled(
      WorkflowId workflow, LocalDate bizdate, Instant scheduledTime) {
    return new WorkflowInstanceId(
        DerivedId.of("scheduled", workflow.value(), bizdate.toString(), scheduledTime.toString()));
  }

  /** The instance that the timetable makes of a node that has it for itself. */
  public static WorkflowInstanceId scheduled(
      WorkflowId workflow, NodeId node, LocalDate bizdate, Instant scheduledTime) {
    return new WorkflowInstanceId(
        DerivedId.of(
            "scheduled-node",
            workflow.value(),
            node.value(),
            bizdate.toString(),
            scheduledTime.toString()));
  }

  /**
   * The instance that a backfill makes.
   *
   * @param unit which of the backfill's units it has instances of, from 0
   */
  public static WorkflowInstanceId ofBackfill(
      WorkflowId workflow,
      BackfillId backfill,
      int unit,
      LocalDate bizdate,
      Instant scheduledTime) {
    return new WorkflowInstanceId(
        DerivedId.of(
            "supplement",
            workflow.value(),
            backfill.value().toString(),
            Integer.toString(unit),
            bizdate.toString(),
            scheduledTime.toString()));
  }
}
