package io.weirworks.lineage.run.evidence;

import io.weirworks.lineage.run.Run;
import io.weirworks.lineage.run.RunScript;
import io.weirworks.lineage.run.RunStatement;
import io.weirworks.lineage.sql.Dialect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Events as engines tell them, and the run of ours that they are of. */
final class Events {

  static final String WORKFLOW_INSTANCE = "0190c5a4-1b2c-5d3e-8f40-123456789abc";
  static final String RUN = "0190c5a4-1b2c-5d3e-8f40-0000000000aa";
  static final EvidenceOwner.OurRun OURS = new EvidenceOwner.OurRun(WORKFLOW_INSTANCE, RUN);

  private Events() {}

  static String id(int statement) {
    return "01a1f748-de33-7a41-9d0e-%012d".formatted(statement);
  }

  /**
   * @param parts such as {@code in d.a}, {@code out d.b}, {@code col d.a.x>d.b.y}, {@code sql …},
   *     {@code spark 2.4.8}, {@code emr EMR-5.9.0}, {@code parent}
   */
  static String event(String type, int statement, int second, String... parts) {
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    String jobFacets = "";
    List<String> runFacets = new ArrayList<>();
    for (String part : parts) {
      String rest = part.substring(part.indexOf(' ') + 1);
      switch (part.split(" ")[0]) {
        case "in" -> inputs.add(dataset(rest, ""));
        case "out" -> outputs.add(dataset(rest, ""));
        case "col" -> outputs.add(withColumn(rest));
        case "sql" -> jobFacets = ",\"facets\":{\"sql\":{\"query\":\"%s\"}}".formatted(rest);
        case "spark" ->
            runFacets.add(
                "\"processing_engine\":{\"name\":\"spark\",\"version\":\"%s\"}".formatted(rest));
        case "emr" ->
            runFacets.add(
                "\"tags\":{\"tags\":[{\"key\":\"emrRelease\",\"value\":\"%s\"}]}".formatted(rest));
        default ->
            runFacets.add(
                "\"parent\":{\"run\":{\"runId\":\"%s\"},\"job\":{\"namespace\":\"ns\",\"name\":\"dag.task\"}}"
                    .formatted(id(999)));
      }
    }
    return """
        {"eventType":"%s","eventTime":"2026-11-20T06:00:%02dZ","run":{"runId":"%s","facets":{%s}},
         "job":{"namespace":"ns","name":"job%d"%s},"inputs":%s,"outputs":%s}"""
        .formatted(
            type,
            second,
            id(statement),
            String.join(",", runFacets),
            statement,
            jobFacets,
            inputs,
            outputs);
  }

  private static String dataset(String name, String facets) {
    return "{\"namespace\":\"hive://m\",\"name\":\"%s\",\"facets\":{%s}}".formatted(name, facets);
  }

  private static String withColumn(String edge) {
    String[] ends = edge.split(">");
    String from = ends[0];
    String to = ends[1];
    return dataset(
        to.substring(0, to.lastIndexOf('.')),
        """
        "columnLineage":{"fields":{"%s":{"inputFields":[{"namespace":"hive://m","name":"%s","field":"%s",
         "transformations":[{"type":"DIRECT","subtype":"IDENTITY"}]}]}}}"""
            .formatted(
                to.substring(to.lastIndexOf('.') + 1),
                from.substring(0, from.lastIndexOf('.')),
                from.substring(from.lastIndexOf('.') + 1)));
  }

  static Deciding succeeded(String... texts) {
    Run run =
        new Run(
            RUN,
            "ni",
            WORKFLOW_INSTANCE,
            "demo",
            "flow",
            "n",
            "node",
            "2026-11-19",
            Instant.parse("2026-11-20T06:30:00Z"));
    List<RunStatement> statements = new ArrayList<>();
    for (String text : texts) {
      statements.add(new RunStatement(statements.size(), text, "sha", null));
    }
    return Deciding.succeeded(new RunScript(run, Dialect.SPARK, statements, 0));
  }
}
