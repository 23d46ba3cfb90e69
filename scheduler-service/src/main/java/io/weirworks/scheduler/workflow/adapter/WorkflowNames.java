package io.weirworks.scheduler.workflow.adapter;

/**
 * How people call a workflow; kept with each instance, since events and lists show it.
 *
 * @param workspaceId id of the workspace
 * @param workspace its name
 * @param workflow name of the workflow
 */
public record WorkflowNames(String workspaceId, String workspace, String workflow) {

  /** What keeps records about a workflow in one order: that of registry-service's events. */
  public String orderingKey() {
    return orderingKey(workspace, workflow);
  }

  /** The same by the names alone. */
  public static String orderingKey(String workspace, String workflow) {
    return workspace + "/" + workflow;
  }
}
