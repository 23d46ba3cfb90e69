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
}
