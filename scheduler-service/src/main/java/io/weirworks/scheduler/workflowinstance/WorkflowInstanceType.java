package io.weirworks.scheduler.workflowinstance;

/** What made a workflow instance. */
public enum WorkflowInstanceType {
  /** RunWorkflow: it starts now, whatever its scheduled time. */
  MANUAL,
  /** A backfill: it starts no earlier than its scheduled time. */
  SUPPLEMENT_DATA
}
