package io.weirworks.scheduler.instance.adapter;

/**
 * A node instance of another workflow instance that waits for one here.
 *
 * @param nodeInstance its id
 * @param workflowInstance id of its workflow instance
 */
public record Waiter(String nodeInstance, String workflowInstance) {}
