package io.weirworks.executor.run;

import org.jspecify.annotations.Nullable;

/**
 * Which run it is and of what; the same from its first event to its last.
 *
 * @param attempt of the node instance, from 1
 * @param command the node type, such as {@code EMR_SPARK_SQL}
 * @param language of the script; null where the node type says it
 * @param computingResource its name; null: the workspace's only one
 * @param bizdate business date, {@code yyyy-MM-dd}
 */
public record RunIdentity(
    String runId,
    int attempt,
    String nodeInstanceId,
    String workflowInstanceId,
    String workspaceId,
    String workspace,
    String workflowId,
    String workflow,
    String nodeId,
    String node,
    String command,
    @Nullable String language,
    @Nullable String computingResource,
    String bizdate) {}
