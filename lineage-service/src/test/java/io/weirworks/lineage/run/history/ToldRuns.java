package io.weirworks.lineage.run.history;

import io.weirworks.lineage.openlineage.EngineEvent;
import io.weirworks.lineage.openlineage.EventReader;
import io.weirworks.lineage.openlineage.NotAnEventException;
import io.weirworks.lineage.openlineage.OpenLineageEvent;

/** What engines' events tell of one run. */
final class ToldRuns {

  private static final String ID = "01a1f748-de33-7a41-9d0e-000000000001";

  private ToldRuns() {}

  static String event(String type, int second, String job, String facets, String inputs) {
    return """
        {"eventType":"%s","eventTime":"2026-11-20T06:00:%02d.0009Z",
         "run":{"runId":"%s","facets":{%s}},"job":{"namespace":"ns","name":"%s"},"inputs":[%s]}"""
        .formatted(type, second, ID, facets, job, inputs);
  }

  static KnownRun run(String type, int second) {
    return told(event(type, second, "job", "", ""));
  }

  static KnownRun told(String event) {
    try {
      EngineEvent read = ((OpenLineageEvent.OfRun) EventReader.read(event)).event();
      return KnownRun.of(read);
    } catch (NotAnEventException e) {
      throw new AssertionError(e);
    }
  }
}
