package io.weirworks.registry.workflow;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A node that another one waits for.
 *
 * @param workflowId absent: the workflow that both are in
 */
public record Upstream(@Nullable UUID workflowId, String nodeId) {}
