package io.weirworks.registry.workflow;

import io.weirworks.registry.decision.Decision;
import io.weirworks.registry.decision.Problem;
import io.weirworks.registry.decision.RejectionCode;
import io.weirworks.registry.workflow.WorkflowCommand.DeployWorkflow;
import io.weirworks.registry.workflow.WorkflowCommand.UndeployWorkflow;
import io.weirworks.registry.workflow.WorkflowEvent.WorkflowDeployed;
import io.weirworks.registry.workflow.WorkflowEvent.WorkflowUndeployed;
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
            case NotDeployed(int lastVersion) ->
                Decision.accepted(deployed(deploy, lastVersion + 1, now));
            case Deployed(var inForce, var _, var _) when inForce.equals(deploy.draft()) ->
                Decision.alreadySo();
            case Deployed(var _, var version, var _) ->
                Decision.accepted(deployed(deploy, version + 1, now));
          };
      case UndeployWorkflow undeploy ->
          switch (state) {
            case NotDeployed _ -> Decision.rejected(unknown(undeploy));
            case Deployed(var inForce, var version, var _) ->
                undeploy.downstreams().isEmpty()
                    ? Decision.accepted(
                        new WorkflowUndeployed(inForce, version, undeploy.comment(), now))
                    : Decision.rejected(dependedOn(undeploy));
          };
    };
  }

  /** The state after an event. */
  public static WorkflowState evolve(WorkflowState state, WorkflowEvent event) {
    return switch (event) {
      case WorkflowDeployed(var draft, var version, var _, var deployedAt) ->
          new Deployed(draft, version, deployedAt);
      case WorkflowUndeployed(var _, var version, var _, var _) -> new NotDeployed(version);
    };
  }

  private static WorkflowDeployed deployed(DeployWorkflow deploy, int version, Instant now) {
    return new WorkflowDeployed(deploy.draft(), version, deploy.comment(), now);
  }

  private static Problem unknown(UndeployWorkflow undeploy) {
    return new Problem(
        RejectionCode.NOT_FOUND,
        "workflow",
        undeploy.name(),
        "the name of a workflow that is deployed in the workspace");
  }

  private static Problem dependedOn(UndeployWorkflow undeploy) {
    return new Problem(
        RejectionCode.DOWNSTREAMS_EXIST,
        "workflow",
        undeploy.name(),
        "a workflow that no other depends on; "
            + Downstream.named(undeploy.downstreams())
            + " must be undeployed, or deployed without the dependency, first");
  }
}
