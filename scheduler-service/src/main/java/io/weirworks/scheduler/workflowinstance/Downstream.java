package io.weirworks.scheduler.workflowinstance;

/** Which downstream a manual rerun runs again (dataworks-semantics 5.1). */
public enum Downstream {
  /** None of it. */
  NONE,
  /** Whatever hangs on the instance, directly or through others. */
  ALL,
  /** Of that, what failed or was cancelled. */
  FAILED,
  /** Of that, the nodes that are named. */
  CHOSEN
}
