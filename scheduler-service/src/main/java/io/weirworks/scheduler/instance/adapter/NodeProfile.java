package io.weirworks.scheduler.instance.adapter;

import io.weirworks.scheduler.workflow.adapter.WorkflowNames;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What events and lists show of a node instance and never changes.
 *
 * @param workflow id of the workflow
 * @param backfill that made its workflow instance; null: none did
 * @param node name of the node
 * @param command the node type
 * @param loop id of the loop's node instance that it is inside; null: it is in none
 * @param bizdate business date, yyyy-MM-dd
 * @param dryRun at its turn it succeeds without running
 */
public record NodeProfile(
    WorkflowNames names,
    String workflow,
    int version,
    WorkflowInstanceType type,
    @Nullable String backfill,
    String node,
    String command,
    @Nullable String loop,
    String bizdate,
    Instant scheduledTime,
    boolean dryRun,
    int priority,
    Instant createdAt) {}
