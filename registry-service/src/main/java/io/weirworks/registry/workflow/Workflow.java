package io.weirworks.registry.workflow;

import io.weirworks.registry.decision.Decision;
import io.weirworks.registry.workflow.WorkflowCommand.DeployWorkflow;
import io.weirworks.registry.workflow.WorkflowEvent.WorkflowDeployed;
import io.weirworks.registry.workflow.WorkflowState.Deployed;
import io.weirworks.registry.workflow.WorkflowState.NotDeployed;
import java.time.Instant;

/** The decisions of a workflow. */
public final class Workflow {
  private Workflow() {}

  /**
   * Decides a command. Deploying what is in force already is accepted and has no effect, hence no
   * event: the version says that something changed.
   */
  public static Decision<WorkflowEvent> decide(
      WorkflowState state, WorkflowCommand command, Instant now) {
    return switch (command) {
      case DeployWorkflow deploy ->
          switch (state) {
            case NotDeployed() -> Decision.accepted(deployed(deploy, 1, now));
            case Deployed(var inForce, var _, var _) when inForce.equals(deploy.draft()) ->
                Decision.alreadySo();
            case Deployed(var _, var version, var _) ->
                Decision.accepted(deployed(deploy, version + 1, now));
          };
    };
  }

  /** The state after an event. */
  public static WorkflowState evolve(WorkflowState state, WorkflowEvent event) {
    return switch (event) {
      case WorkflowDeployed(var draft, var version, var _, var deployedAt) ->
          new Deployed(draft, version, deployedAt);
    };
  }

  private static WorkflowDeployed deployed(DeployWorkflow deploy, int version, Instant now) {
    return new WorkflowDeployed(deploy.draft(), version, deploy.comment(), now);
  }
}
