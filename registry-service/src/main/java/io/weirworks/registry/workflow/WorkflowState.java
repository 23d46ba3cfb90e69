package io.weirworks.registry.workflow;

import java.time.Instant;

/** A workflow as it stands. */
public sealed interface WorkflowState {

  /**
   * No version is in force.
   *
   * @param lastVersion the last that was; 0: none ever
   */
  record NotDeployed(int lastVersion) implements WorkflowState {}

  /** {@code version} is in force. */
  record Deployed(WorkflowDraft inForce, int version, Instant deployedAt)
      implements WorkflowState {}
}
