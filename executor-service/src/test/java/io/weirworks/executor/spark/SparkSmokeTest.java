package io.weirworks.executor.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirworks.executor.engine.EngineTag;
import io.weirworks.executor.engine.Limits;
import io.weirworks.executor.engine.Observation;
import io.weirworks.executor.engine.Observation.Ended;
import io.weirworks.executor.engine.Observation.Running;
import io.weirworks.executor.engine.process.LocalProcessEngine;
import io.weirworks.executor.nodetype.LocalSubmissions;
import io.weirworks.executor.nodetype.NodeWork;
import io.weirworks.executor.nodetype.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real Spark from the registry behind a real metastore; a few children, so that it stays within a
 * minute.
 */
@Tag("spark")
class SparkSmokeTest {
  private static final Duration BOUND = Duration.ofMinutes(3);

  @TempDir static Path directory;
  private static LocalSpark spark;
  private static SparkSettings settings;

  private final LocalProcessEngine engine;

  SparkSmokeTest() throws IOException {
    engine =
        new LocalProcessEngine(
            directory.resolve("workspace"),
            Map.of("PATH", System.getenv("PATH")),
            InstantSource.system());
  }

  @BeforeAll
  static void startMetastore() throws IOException {
    spark = LocalSpark.start(directory);
    settings = spark.settings();
  }

  @AfterAll
  static void stopMetastore() throws InterruptedException {
    spark.close();
  }

  private EngineTag submit(String type, String code) throws Exception {
    var tag = new EngineTag(UUID.randomUUID(), 1, 1);
    var run = engine.directory(tag);
    var work = new NodeWork(type, code, List.of(), List.of(), Map.of(), Limits.DEFAULT);
    var plan = new LocalSubmissions(() -> settings).plan(work, tag, run.paths(), Instant.EPOCH);
    engine.submit(((Plan.Ready) plan).submission());
    return tag;
  }

  private Ended awaitEnd(EngineTag tag) {
    return (Ended) await().atMost(BOUND).until(() -> engine.observe(tag), Observation::isFinal);
  }

  private List<JsonNode> statements(EngineTag tag) throws IOException {
    var json = new ObjectMapper();
    try (var lines =
        json.readerFor(JsonNode.class)
            .<JsonNode>readValues(engine.directory(tag).paths().statements().toFile())) {
      return lines.readAll();
    }
  }

  @Test
  void twoScriptsAtOnceShareTheMetastoreAndTellEachStatement() throws Exception {
    // given
    var script =
        "CREATE TABLE %1$s (a INT, b STRING) USING parquet; INSERT INTO %1$s VALUES (1,'x'),(2,NULL); SELECT a, a, b FROM %1$s ORDER BY 1";
    // when
    var first = submit("EMR_SPARK_SQL", script.formatted("one"));
    var second = submit("EMR_SPARK_SQL", script.formatted("two"));
    // then
    for (var tag : List.of(first, second)) {
      var end = awaitEnd(tag);
      assertThat(end.exit().code()).as(engine.directory(tag).paths().stderr().toString()).isZero();
      assertThat(end.progress().applicationId()).startsWith("local-");
      assertThat(end.progress().tasksDone()).isPositive().isEqualTo(end.progress().tasks());
      assertThat(end.progress().rowsWritten()).isEqualTo(2);
      assertThat(engine.directory(tag).paths().stdout()).hasContent("1\t1\tx\n2\t2\tNULL\n");
      assertThat(engine.directory(tag).paths().output())
          .hasContent(
              "{\"columns\":[\"a\",\"a\",\"b\"],\"rows\":[[\"1\",\"1\",\"x\"],[\"2\",\"2\",null]],\"truncated\":false}");
      assertThat(statements(tag))
          .extracting(
              s ->
                  s.get("index").asInt()
                      + " "
                      + s.get("database").asText()
                      + " "
                      + s.get("rows").asText())
          .containsExactly("0 default null", "1 default null", "2 default 2");
    }
  }

  @Test
  void theFirstFailingStatementEndsTheNodeWithItsConditionAndSqlState() throws Exception {
    // when
    var tag = submit("EMR_SPARK_SQL", "CREATE DATABASE d; USE d; SELECT * FROM missing; SELECT 1");
    // then
    assertThat(awaitEnd(tag).exit().code()).isEqualTo(1);
    var statements = statements(tag);
    assertThat(statements).hasSize(3);
    assertThat(statements.getLast().get("condition").asText()).isEqualTo("TABLE_OR_VIEW_NOT_FOUND");
    assertThat(statements.getLast().get("sqlState").asText()).isEqualTo("42P01");
    assertThat(statements.getLast().get("database").asText()).isEqualTo("d");
  }

  @Test
  void aSparkSubmitLineRunsAndCancelEndsItsApplication() throws Exception {
    // given a job of a class that is on the class path anyway, busy for minutes
    var script =
        Files.writeString(
            directory.resolve("busy.sql"),
            "SELECT count(*) FROM range(100000) a CROSS JOIN range(100000) b WHERE a.id * b.id % 7 = 3");
    var tag =
        submit(
            "EMR_SPARK",
            "spark-submit --master yarn --class io.weirworks.spark.SqlNodeMain \\\n  --name 'my job' spark-internal "
                + script
                + " "
                + directory);
    await()
        .atMost(BOUND)
        .until(
            () -> engine.observe(tag) instanceof Running running && running.progress().tasks() > 0);
    // when
    var begin = System.nanoTime();
    engine.cancel(tag);
    // then it ended by itself on TERM
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Limits.DEFAULT.grace());
    var end = awaitEnd(tag);
    assertThat(end.exit().killed()).isTrue();
    assertThat(end.exit().code()).isEqualTo(143);
    assertThat(engine.directory(tag).paths().temporary()).isEmptyDirectory();
  }

  @Test
  void theMetastoreListensOnLoopbackOnly() throws Exception {
    // given
    var port = ":%04X".formatted(settings.metastore().getPort());
    // when
    var listening = new ArrayList<String>();
    for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      Files.readAllLines(Path.of(table)).stream()
          .map(line -> line.strip().split("\\s+"))
          .filter(fields -> fields[1].endsWith(port) && fields[3].equals("0A"))
          .forEach(fields -> listening.add(fields[1].substring(0, fields[1].indexOf(':'))));
    }
    // then 127.0.0.1, or the same mapped into IPv6
    assertThat(listening).isNotEmpty().isSubsetOf("0100007F", "0000000000000000FFFF00000100007F");
  }
}
