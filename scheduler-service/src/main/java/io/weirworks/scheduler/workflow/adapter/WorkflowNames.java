package io.weirworks.scheduler.workflow.adapter;

/**
 * How people call a workflow; kept with each instance, since events and lists show it.
 *
 * @param workspaceId id of the workspace
 * @param workspace its name
 * @param workflow name of the workflow
 */
public record WorkflowNames(String workspaceId, String workspace, String workflow) {}
