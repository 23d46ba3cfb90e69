package io.weirworks.scheduler.workflowinstance;

/** What made a workflow instance. */
public enum WorkflowInstanceType {
  /** A schedule: it starts no earlier than its scheduled time and waits for other instances. */
  NORMAL,
  /** RunWorkflow: it starts now, whatever its scheduled time. */
  MANUAL,
  /** RunWorkflow of one node alone: it starts now, whatever its scheduled time and upstream. */
  SMOKE_TEST,
  /** A backfill: it starts no earlier than its scheduled time. */
  SUPPLEMENT_DATA
}
