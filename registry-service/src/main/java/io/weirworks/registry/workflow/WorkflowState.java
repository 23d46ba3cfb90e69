package io.weirworks.registry.workflow;

import java.time.Instant;

/** A workflow as it stands. */
public sealed interface WorkflowState {

  /** No version was ever deployed. */
  record NotDeployed() implements WorkflowState {}

  /** {@code version} is in force. */
  record Deployed(WorkflowDraft inForce, int version, Instant deployedAt)
      implements WorkflowState {}
}
