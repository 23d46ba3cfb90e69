package io.weirworks.lineage.run;

import io.weirworks.lineage.dataset.Job;
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
    Instant endedAt) {

  /** The node as a job: what is one job to all its runs. */
  public Job job() {
    return new Job(workspace, workflow + "." + node);
  }
}
