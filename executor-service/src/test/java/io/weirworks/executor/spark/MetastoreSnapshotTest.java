package io.weirworks.executor.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirworks.executor.engine.EngineTag;
import io.weirworks.executor.engine.Limits;
import io.weirworks.executor.engine.Observation;
import io.weirworks.executor.engine.Observation.Ended;
import io.weirworks.executor.engine.process.LocalProcessEngine;
import io.weirworks.executor.nodetype.LocalSubmissions;
import io.weirworks.executor.nodetype.NodeWork;
import io.weirworks.executor.nodetype.Plan;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a real metastore with tables that a real Spark made. */
@Tag("spark")
class MetastoreSnapshotTest {
  private static final Duration BOUND = Duration.ofMinutes(3);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String SCRIPT =
      """
      CREATE DATABASE sales;
      CREATE TABLE sales.Raw (Id INT COMMENT 'number', `text` STRING) USING json COMMENT 'as told' LOCATION '#';
      CREATE TABLE sales.daily (amount DECIMAL(10,2), ds STRING, hr INT) USING parquet PARTITIONED BY (ds, hr);
      INSERT INTO sales.daily VALUES (1.5, '20010101', 1), (2.5, '20010102', 2);
      CREATE VIEW sales.big AS SELECT amount FROM sales.daily WHERE amount > 2
      """;

  @TempDir static Path directory;
  private static LocalSpark spark;

  /** How a child ended, and what it told. */
  private record End(int code, List<JsonNode> lines) {
    JsonNode table(String name) {
      return lines.stream()
          .filter(line -> line.path("table").asText().equals(name))
          .findFirst()
          .orElseThrow();
    }
  }

  @BeforeAll
  static void makeTables() throws Exception {
    spark = LocalSpark.start(directory);
    var engine =
        new LocalProcessEngine(
            directory.resolve("workspace"),
            Map.of("PATH", System.getenv("PATH")),
            InstantSource.system());
    var tag = new EngineTag(UUID.randomUUID(), 1, 1);
    var paths = engine.directory(tag).paths();
    var code = SCRIPT.replace("#", directory.resolve("raw").toString());
    var work = new NodeWork("EMR_SPARK_SQL", code, List.of(), List.of(), Map.of(), Limits.DEFAULT);
    var settings = spark.settings(Optional.empty());
    var plan = new LocalSubmissions(() -> settings).plan(work, tag, paths, Instant.EPOCH);
    engine.submit(((Plan.Ready) plan).submission());
    var end = (Ended) await().atMost(BOUND).until(() -> engine.observe(tag), Observation::isFinal);
    assertThat(end.exit().code()).as(Files.readString(paths.stderr())).isZero();
  }

  @AfterAll
  static void stopMetastore() throws InterruptedException {
    spark.close();
  }

  private static End snapshot(URI metastore, Optional<String> databases) throws Exception {
    var settings = spark.settings();
    var command =
        new MetastoreSnapshotCommand(
            settings.java(), settings.home(), settings.runtime(), metastore, databases);
    var out = directory.resolve("snapshot.jsonl");
    var child =
        new ProcessBuilder(command.argv())
            .redirectOutput(out.toFile())
            .redirectError(directory.resolve("snapshot.log").toFile())
            .start();
    assertThat(child.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
    try (var lines = JSON.readerFor(JsonNode.class).<JsonNode>readValues(out.toFile())) {
      return new End(child.exitValue(), lines.readAll());
    }
  }

  private static String columns(JsonNode fields) {
    return StreamSupport.stream(fields.spliterator(), false)
        .map(field -> field.get("name").asText() + " " + field.get("type").asText())
        .collect(Collectors.joining(", "));
  }

  @Test
  void eachTableOfAMetastoreIsToldAsSparkMadeIt() throws Exception {
    // when
    var end = snapshot(spark.settings().metastore(), Optional.of("sal*"));
    // then
    assertThat(end.code()).isZero();
    assertThat(end.lines()).extracting(line -> line.get("database").asText()).containsOnly("sales");
    assertThat(end.lines()).hasSize(3);

    var raw = end.table("raw"); // Hive cannot read it and has a placeholder for its columns
    assertThat(columns(raw.get("columns"))).isEqualToIgnoringCase("id int, text string");
    assertThat(raw.at("/columns/0/comment").asText()).isEqualTo("number");
    assertThat(raw.get("comment").asText()).isEqualTo("as told");
    assertThat(raw.get("format").asText()).isEqualTo("json");
    assertThat(raw.get("location").asText()).endsWith("/raw").doesNotContain("PLACEHOLDER");
    assertThat(raw.get("owner").asText()).isEqualTo(System.getProperty("user.name"));

    var daily = end.table("daily");
    assertThat(columns(daily.get("columns"))).isEqualTo("amount decimal(10,2)");
    assertThat(columns(daily.get("partitionColumns"))).isEqualTo("ds string, hr int");
    assertThat(daily.get("partitions"))
        .extracting(JsonNode::asText)
        .containsExactly("ds=20010102/hr=2", "ds=20010101/hr=1");
    assertThat(daily.get("partitionCount").asInt()).isEqualTo(2);
    assertThat(daily.get("format").asText()).isEqualTo("parquet");
    assertThat(daily.get("createdAt").asLong())
        .isPositive()
        .isLessThanOrEqualTo(daily.get("takenAt").asLong());

    var big = end.table("big");
    assertThat(big.get("type").asText()).isEqualTo("VIRTUAL_VIEW");
    assertThat(columns(big.get("columns"))).isEqualTo("amount decimal(10,2)");
    assertThat(big.has("location")).isFalse();
  }

  @Test
  void aMetastoreThatDoesNotAnswerIsSaidSoInOneLine() throws Exception {
    // when nobody listens on the port
    var end = snapshot(URI.create("thrift://127.0.0.1:1"), Optional.empty());
    // then
    assertThat(end.code()).isEqualTo(1);
    assertThat(end.lines()).hasSize(1);
    assertThat(end.lines().getFirst().get("failed").asText())
        .startsWith("the metastore thrift://127.0.0.1:1 could not be asked: ")
        .doesNotContain("\n");
  }
}
