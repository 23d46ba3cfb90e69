package io.weirworks.registry.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to a workflow. */
public sealed interface WorkflowEvent {

  /**
   * A version is in force from now on; it never changes (dataworks-semantics 3.11).
   *
   * @param version 1, 2, 3 … by deployment
   */
  record WorkflowDeployed(
      WorkflowDraft deployed, int version, @Nullable String comment, Instant deployedAt)
      implements WorkflowEvent {}

  /**
   * No version is in force any more; instances that there are stay (dataworks-semantics 3.3).
   *
   * @param version the one that was in force
   */
  record WorkflowUndeployed(
      WorkflowDraft former, int version, @Nullable String comment, Instant undeployedAt)
      implements WorkflowEvent {}
}
