package io.weirworks.lineage.service;

import static io.weirworks.lineage.service.MarquezAnswers.API;
import static io.weirworks.lineage.service.RunningLineage.PATIENCE;
import static io.weirworks.lineage.service.RunningLineage.json;
import static org.awaitility.Awaitility.await;

/** Runs as an engine of others tells them, part of a task of a DAG. */
final class RunsOfOthers {

  private RunsOfOthers() {}

  static String event(String type, String run, String time, String job, String from, String to) {
    return """
        {"eventType":"%s","eventTime":"%s","producer":"t","schemaURL":"t","run":{"runId":"%s",
         "facets":{"nominalTime":{"nominalStartTime":"2026-11-19T00:00:00Z"},
          "parent":{"run":{"runId":"0190c5a4-1b2c-7d3e-8f40-123456789abc"},
           "job":{"namespace":"etl","name":"dag"}}}},
         "job":{"namespace":"etl","name":"%s"},
         "inputs":[{"namespace":"hive","name":"%s"}],"outputs":[{"namespace":"hive","name":"%s"}]}
        """
        .formatted(type, time, run, job, from, to);
  }

  static void awaitRun(String id, String state) {
    await()
        .atMost(PATIENCE)
        .until(() -> json(API + "/jobs/runs/" + id).path("state").asText().equals(state));
  }
}
