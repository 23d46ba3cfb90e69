package io.weirworks.registry.workflow;

import org.jspecify.annotations.Nullable;

/** What can be asked of a workflow. */
public sealed interface WorkflowCommand {

  /**
   * Make a draft the version in force.
   *
   * @param comment why, for the history
   */
  record DeployWorkflow(WorkflowDraft draft, @Nullable String comment) implements WorkflowCommand {}
}
