package io.weirworks.lineage.run;

import java.time.Instant;

/**
 * A run that succeeded. Others confirm nothing (R58).
 *
 * @param bizdate yyyy-MM-dd
 */
public record Run(
    String id,
    String nodeInstanceId,
    String workflowInstanceId,
    String workspace,
    String workflow,
    String nodeId,
    String node,
    String bizdate,
    Instant endedAt) {}
