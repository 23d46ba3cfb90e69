package io.weirworks.scheduler.workflowinstance;

/** How far a workflow instance or a backfill is. */
public enum FlowStatus {
  RUNNING,
  SUCCESS,
  FAILURE,
  CANCELLED
}
