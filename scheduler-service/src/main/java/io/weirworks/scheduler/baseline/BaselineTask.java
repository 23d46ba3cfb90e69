package io.weirworks.scheduler.baseline;

import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.WorkflowId;
import org.jspecify.annotations.Nullable;

/**
 * A task that a baseline commits to, with the names that people call it by.
 *
 * @param node null: all nodes of the workflow, whatever version is in force
 * @param nodeName null where the node is
 */
public record BaselineTask(
    WorkflowId workflow, String workflowName, @Nullable NodeId node, @Nullable String nodeName) {}
