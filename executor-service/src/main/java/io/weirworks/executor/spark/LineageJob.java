package io.weirworks.executor.spark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Whose run a Spark application is, in OpenLineage's terms: its parent is the run of the node, its
 * root the workflow instance; the namespace of both is the workspace.
 *
 * @param runId of the node's run
 * @param workflowInstanceId of the workflow instance
 */
public record LineageJob(
    String workspace, String workflow, String node, String runId, String workflowInstanceId) {

  /** The settings that say so, to our listener and to a node's own. */
  public EffectiveConf.Layer layer() {
    var conf = new LinkedHashMap<String, String>();
    var job = workflow + "." + node;
    conf.put("spark.openlineage.namespace", workspace);
    conf.put("spark.openlineage.appName", job);
    run("parent", job, runId, conf);
    run("rootParent", workflow, workflowInstanceId, conf);
    return new EffectiveConf.Layer("lineage", conf);
  }

  /** OpenLineage knows runs by UUID alone: of another it would say nothing at all. */
  private void run(String which, String job, String id, Map<String, String> conf) {
    if (isUuid(id)) {
      conf.put("spark.openlineage." + which + "JobNamespace", workspace);
      conf.put("spark.openlineage." + which + "JobName", job);
      conf.put("spark.openlineage." + which + "RunId", id);
    }
  }

  private static boolean isUuid(String id) {
    try {
      return UUID.fromString(id).toString().equals(id);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
