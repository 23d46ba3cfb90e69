package io.weirworks.registry.workflow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a workflow. */
public sealed interface WorkflowCommand {

  /**
   * Make a draft the version in force.
   *
   * @param comment why, for the history
   */
  record DeployWorkflow(WorkflowDraft draft, @Nullable String comment) implements WorkflowCommand {}

  /**
   * Have no version in force any more.
   *
   * @param downstreams nodes of other workflows that wait for it
   * @param comment why, for the history
   */
  record UndeployWorkflow(String name, List<Downstream> downstreams, @Nullable String comment)
      implements WorkflowCommand {
    public UndeployWorkflow {
      downstreams = List.copyOf(downstreams);
    }
  }
}
