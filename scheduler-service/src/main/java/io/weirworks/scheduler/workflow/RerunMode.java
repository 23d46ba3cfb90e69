package io.weirworks.scheduler.workflow;

/** Whether an instance may run again (dataworks-semantics 3.8). */
public enum RerunMode {
  /** After success and after failure. */
  ALLOWED,
  /** Only after failure. */
  FAILURE_ALLOWED,
  /** Never, automatic reruns included: the node is not idempotent. */
  DENIED
}
