package io.weirworks.benchmarks.openlineage;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The events of one run as an engine would post them: 30 columns from two tables, and a query so
 * long that each event has the size that the workload asks for.
 */
final class EngineRunText {

  private static final int COLUMNS = 30;

  private final String fields;
  private final int bytes;

  /**
   * @param bytes of each event
   */
  EngineRunText(int bytes) {
    this.bytes = bytes;
    this.fields =
        IntStream.range(0, COLUMNS)
            .mapToObj(
                i ->
                    """
                    "c%d":{"inputFields":[{"namespace":"hive://m","name":"INPUT%d","field":"c%d",\
                    "transformations":[{"type":"DIRECT","subtype":"%s","description":"","masking":false}]}]}"""
                        .formatted(i, i % 2, i, i % 3 == 0 ? "AGGREGATION" : "IDENTITY"))
            .collect(Collectors.joining(","));
  }

  /**
   * @param type START or COMPLETE
   * @param run a UUID
   * @param job names the tables that it reads
   * @param output that it writes
   */
  String event(String type, String run, String time, String job, String output) {
    String text =
        """
        {"eventType":"%s","eventTime":"%s","producer":"benchmark","schemaURL":"benchmark",\
        "run":{"runId":"%s","facets":{"processing_engine":{"name":"spark","version":"4.2.0"}}},\
        "job":{"namespace":"bench","name":"%s","facets":{"sql":{"query":"PADDING"}}},\
        "inputs":[{"namespace":"hive://m","name":"bench.%s_a"},{"namespace":"hive://m","name":"bench.%s_b"}],\
        "outputs":[{"namespace":"hive://m","name":"%s","facets":{"columnLineage":{"fields":{%s}}}}]}"""
            .formatted(
                type,
                time,
                run,
                job,
                job,
                job,
                output,
                fields
                    .replace("INPUT0", "bench." + job + "_a")
                    .replace("INPUT1", "bench." + job + "_b"));
    return text.replace("PADDING", "x".repeat(Math.max(0, bytes - text.length() + 7)));
  }
}
