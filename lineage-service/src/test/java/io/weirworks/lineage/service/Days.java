package io.weirworks.lineage.service;

import static io.weirworks.lineage.service.RunningLineage.KAFKA;
import static io.weirworks.lineage.service.RunningLineage.PATIENCE;
import static io.weirworks.lineage.service.RunningLineage.get;
import static io.weirworks.lineage.service.RunningLineage.json;
import static org.awaitility.Awaitility.await;

import io.weirworks.contract.executor.Statement;
import io.weirworks.lineage.service.Pipeline.NodeRun;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Runs of several days, told in any order. */
final class Days {

  private Days() {}

  static final String FROM_A = "INSERT OVERWRITE DB.t SELECT x FROM DB.a";
  static final String FROM_B = "INSERT OVERWRITE DB.t SELECT x FROM DB.b";

  static Instant day(int day) {
    return LocalDate.of(2001, 1, day).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  static void tell(Pipeline pipeline, int day, String node, String... texts) throws Exception {
    List<Statement> statements = new ArrayList<>();
    for (String text : texts) {
      statements.add(
          Pipeline.statement(statements.size(), text.replace("DB", pipeline.database())));
    }
    NodeRun run = new NodeRun("run-" + pipeline.database() + "-" + day, node, statements, 0);
    KAFKA.tell(pipeline.workflowInstance(), run.id(), 3, pipeline.succeeded(run, day(day)));
  }

  static List<String> ends(String path, String direction, String end) throws Exception {
    return StreamSupport.stream(json(path).path(direction).spliterator(), false)
        .map(edge -> edge.path(end).asText())
        .sorted()
        .toList();
  }

  static List<String> madeFrom(String table, Object asOf) throws Exception {
    return ends("/lineage/tables/" + table + "?asOf=" + asOf, "upstream", "source");
  }

  /** A complete history, heard in no order: the last day is heard in the middle. */
  static Pipeline heard(String database) throws Exception {
    Pipeline pipeline = new Pipeline(database);
    tell(pipeline, 3, "fill", FROM_B);
    tell(pipeline, 1, "fill", FROM_A);
    tell(pipeline, 5, "fill", FROM_B);
    tell(pipeline, 2, "fill", FROM_B);
    tell(pipeline, 4, "drop", "DROP TABLE DB.t");
    String versions = "/lineage/tables/%s.t/versions".formatted(database);
    await().atMost(PATIENCE).until(() -> json(versions).path("versions").size() == 4);
    for (String source : List.of("a", "b")) {
      String path = "/lineage/tables/%s.%s".formatted(database, source);
      await().atMost(PATIENCE).until(() -> get(path).statusCode() == 200);
    }
    await().atMost(PATIENCE).until(RunningLineage::hasReadAll);
    return pipeline;
  }
}
