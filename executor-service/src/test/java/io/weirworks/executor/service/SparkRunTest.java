package io.weirworks.executor.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.weirworks.contract.executor.RunFailed;
import io.weirworks.contract.executor.RunNode;
import io.weirworks.contract.executor.RunSucceeded;
import io.weirworks.contract.executor.Statement;
import io.weirworks.contract.executor.StatementOutcome;
import io.weirworks.contract.lineage.RecordOpenLineage;
import io.weirworks.executor.spark.LineageHook;
import io.weirworks.executor.spark.LocalSpark;
import io.weirworks.executor.spark.SparkSettings;
import io.weirworks.messaging.hosting.ServiceHost;
import io.weirworks.schemas.Service;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark nodes through the whole service. */
@Tag("spark")
class SparkRunTest {

  @TempDir static Path directory;
  private static LocalSpark spark;
  private static ExecutorTown town;
  private static ApplicationContext service;

  @BeforeAll
  static void start() throws Exception {
    spark = LocalSpark.start(directory);
    town = new ExecutorTown();
    SparkSettings settings = spark.settings();
    Map<String, Object> overrides = new HashMap<>(town.servers());
    overrides.put("micronaut.server.port", 0);
    overrides.put("weirworks.executor.work-directory", directory.resolve("work").toString());
    overrides.put("weirworks.executor.spark-home", settings.home().directory().toString());
    overrides.put("weirworks.executor.metastore-uri", settings.metastore().toString());
    overrides.put("weirworks.executor.warehouse", settings.warehouse().toString());
    overrides.put(
        "weirworks.executor.openlineage-jar",
        settings.lineage().map(LineageHook::jar).orElseThrow().toString());
    service = ServiceHost.start(Service.EXECUTOR, overrides);
  }

  @AfterAll
  static void stop() throws Exception {
    service.close();
    town.close();
    spark.close();
  }

  @Test
  void sqlRunTellsItsStatementsRowsAndMetrics() {
    // when
    RunNode run =
        town.send(
            ExecutorTown.shell(
                "EMR_SPARK_SQL",
                "CREATE TABLE flights (a INT, b STRING) USING parquet;"
                    + " INSERT INTO flights VALUES (1, 'x'), (2, NULL);"
                    + " SELECT a, b FROM flights ORDER BY a"));
    RunSucceeded end = town.awaitEvent(run, RunSucceeded.class);

    // then
    assertThat(end.getStatements())
        .extracting(Statement::getIndex, Statement::getOutcome, Statement::getCurrentDatabase)
        .containsExactly(
            tuple(0, StatementOutcome.SUCCEEDED, "default"),
            tuple(1, StatementOutcome.SUCCEEDED, "default"),
            tuple(2, StatementOutcome.SUCCEEDED, "default"));
    assertThat(end.getOutputs())
        .hasEntrySatisfying(
            "outputs",
            value -> {
              assertThat(value.getColumns()).containsExactly("a", "b");
              assertThat(value.getRows()).hasSize(2);
            });
    assertThat(end.getMetrics()).containsEntry("recordsWritten", 2L).containsKey("cpuMs");
    assertThat(end.getEngineApplicationId()).startsWith("local-");
  }

  @Test
  void whatSparkSaidThatItReadAndWroteIsToldBeforeTheRunsEnd() {
    // when
    RunNode run =
        town.send(
            ExecutorTown.shell(
                "EMR_SPARK_SQL",
                "CREATE TABLE numbers USING parquet AS SELECT id AS n FROM range(3);"
                    + " CREATE TABLE squares USING parquet AS SELECT n, n * n AS s FROM numbers"));
    town.awaitEvent(run, RunSucceeded.class);

    // then it was in the log before the report of the end, and is read from another topic
    await().atMost(ExecutorTown.BOUND).until(() -> !town.lineage(run).isEmpty());
    RecordOpenLineage told = town.lineage(run).getFirst();
    assertThat(told.getOrderingKey()).isEqualTo(run.getWorkflowInstanceId());
    assertThat(told.getDropped()).isZero();
    assertThat(told.getEvents())
        .allMatch(event -> event.contains("\"eventType\":\"COMPLETE\""))
        .anyMatch(
            event ->
                event.contains("\"runId\":\"" + run.getRunId() + "\"")
                    && event.contains("\"name\":\"flights.clean\"")
                    && event.contains("\"name\":\"default.squares\"")
                    && event.contains("\"columnLineage\""));
  }

  @Test
  void sqlRunThatFailsNamesTheStatementAndItsCondition() {
    // when
    RunNode run = town.send(ExecutorTown.shell("EMR_SPARK_SQL", "SELECT 1; SELECT * FROM nowhere"));
    RunFailed end = town.awaitEvent(run, RunFailed.class);

    // then
    assertThat(end.getCode()).isEqualTo("StatementFailed");
    assertThat(end.getStatements().getLast().getErrorCondition())
        .isEqualTo("TABLE_OR_VIEW_NOT_FOUND");
  }
}
