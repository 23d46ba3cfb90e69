package io.weirworks.scheduler.workflowinstance;

/** How far a workflow instance or a backfill is. */
public enum FlowStatus {
  RUNNING,
  SUCCESS,
  FAILURE,
  CANCELLED;

  /** Of two ends that together are one: a failure outweighs a cancellation, that a success. */
  public FlowStatus worse(FlowStatus other) {
    if (this == FAILURE || other == FAILURE) {
      return FAILURE;
    }
    return this == CANCELLED || other == CANCELLED ? CANCELLED : SUCCESS;
  }
}
