package io.weirworks.lineage.service;

import static io.weirworks.lineage.service.DataMapSteps.accepted;
import static io.weirworks.lineage.service.DataMapSteps.found;
import static io.weirworks.lineage.service.RunningLineage.KAFKA;
import static io.weirworks.lineage.service.RunningLineage.PATIENCE;
import static io.weirworks.lineage.service.RunningLineage.awaitAllRead;
import static io.weirworks.lineage.service.RunningLineage.get;
import static io.weirworks.lineage.service.RunningLineage.json;
import static io.weirworks.lineage.service.RunningLineage.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.contract.executor.RunSucceeded;
import io.weirworks.contract.lineage.ClassificationCondition;
import io.weirworks.contract.lineage.ColumnSample;
import io.weirworks.contract.lineage.ColumnSamples;
import io.weirworks.contract.lineage.ColumnSamplesReported;
import io.weirworks.contract.lineage.ConditionJoin;
import io.weirworks.contract.lineage.ConditionMatch;
import io.weirworks.contract.lineage.ConditionTarget;
import io.weirworks.contract.lineage.ContentHits;
import io.weirworks.contract.lineage.DeleteClassificationRule;
import io.weirworks.contract.lineage.PartitionChangeKind;
import io.weirworks.contract.lineage.PartitionWord;
import io.weirworks.contract.lineage.ReportColumnSamples;
import io.weirworks.contract.lineage.ReportTableSnapshot;
import io.weirworks.contract.lineage.SensitiveCategory;
import io.weirworks.contract.lineage.SetClassificationRule;
import io.weirworks.contract.lineage.SnapshotColumn;
import io.weirworks.contract.lineage.TablePartitionsState;
import io.weirworks.contract.lineage.TableSnapshot;
import io.weirworks.contract.lineage.TableSnapshotReported;
import io.weirworks.contract.lineage.UpdateTableBusinessMetadata;
import io.weirworks.lineage.service.Pipeline.NodeRun;
import io.weirworks.schemas.TopicKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What runs and metastores say of tables, in whatever order and however often. */
class ObservedTablesTest {

  private static final Instant TAKEN = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void runThatReadsIsCountedOnceHoweverOftenItIsTold() throws Exception {
    // given
    Pipeline pipeline = new Pipeline("counted");
    for (NodeRun run : pipeline.runs()) {
      tell(pipeline, run);
    }
    Instant now = Instant.now();
    for (String id : List.of("run-counted-a", "run-counted-b", "run-counted-a")) {
      NodeRun reader =
          new NodeRun(
              id,
              "reader",
              List.of(
                  Pipeline.statement(0, "SELECT * FROM counted.clean"),
                  Pipeline.statement(1, "SELECT delay FROM counted.clean")),
              0);
      RunSucceeded succeeded =
          RunSucceeded.newBuilder(pipeline.succeeded(reader)).setEndedAt(now).build();
      KAFKA.tell(pipeline.workflowInstance(), id, 3, succeeded);
    }

    // when
    awaitAllRead(pipeline, "marker");

    // then
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode usage = json("/tables/counted.clean/metadata").path("usage");
              assertThat(usage.path("runs").asInt()).isEqualTo(2);
              assertThat(usage.path("lastReadAt").asText()).isEqualTo(millis(now));
            });
    assertThat(found("/search?database=counted").getFirst())
        .isEqualTo("hms-table:local::counted::clean");
  }

  @Test
  void whatIsReadToBeWrittenElsewhereIsReadAndValuesAreNot() throws Exception {
    // given
    Pipeline pipeline = new Pipeline("used");
    for (NodeRun run : pipeline.runs()) {
      tell(pipeline, run);
    }
    Instant now = Instant.now();
    NodeRun filler =
        new NodeRun(
            "run-used-filler",
            "filler",
            List.of(
                Pipeline.statement(0, "CREATE TABLE used.filled (x INT)"),
                Pipeline.statement(1, "INSERT INTO used.filled VALUES (1)"),
                Pipeline.statement(2, "INSERT INTO used.copy SELECT delay FROM used.clean")),
            0);
    KAFKA.tell(
        pipeline.workflowInstance(),
        filler.id(),
        3,
        RunSucceeded.newBuilder(pipeline.succeeded(filler)).setEndedAt(now).build());

    // when
    awaitAllRead(pipeline, "marker");

    // then
    JsonNode filled = json("/tables/used.filled/metadata");
    assertThat(filled.path("usage").path("runs").asInt()).isZero();
    assertThat(filled.path("outputs").path(0).path("job").asText()).isEqualTo("flights.filler");
    assertThat(filled.path("times").path("modifiedAt").asText()).isEqualTo(millis(now));
    assertThat(filled.path("ddl").asText()).isEqualTo("CREATE TABLE used.filled (\n  x INT)");
    JsonNode clean = json("/tables/used.clean/metadata");
    assertThat(clean.path("usage").path("runs").asInt()).isEqualTo(1);
    assertThat(clean.path("times").path("visitedAt").asText()).isEqualTo(millis(now));
  }

  @Test
  void partitionsThatStatementsNameAreListedWithTheirLastWriter() throws Exception {
    // given
    Pipeline pipeline = new Pipeline("parted");
    for (NodeRun run : pipeline.runs()) {
      tell(pipeline, run);
    }
    NodeRun keeper =
        new NodeRun(
            "run-parted-keeper",
            "keeper",
            List.of(
                Pipeline.statement(0, "ALTER TABLE parted.clean ADD PARTITION (ds = '20010103')"),
                Pipeline.statement(
                    1,
                    "ALTER TABLE parted.clean PARTITION (ds = '20010103')"
                        + " RENAME TO PARTITION (ds = '20010104')"),
                Pipeline.statement(2, "ALTER TABLE parted.report DROP PARTITION (ds='20010101')")),
            0);
    Instant later = Instant.parse("2001-01-03T00:00:00Z");
    KAFKA.tell(pipeline.workflowInstance(), keeper.id(), 3, pipeline.succeeded(keeper, later));

    // when
    awaitAllRead(pipeline, "marker");
    await()
        .atMost(PATIENCE)
        .until(() -> json("/tables/parted.clean/partitions").path("total").asInt() == 2);

    // then
    JsonNode page = json("/tables/parted.clean/partitions?limit=1");
    assertThat(page.path("next").asInt()).isEqualTo(1);
    assertThat(page.path("partitions").path(0).path("name").asText()).isEqualTo("ds=20010104");
    JsonNode written = json("/tables/parted.clean/partitions?partition=ds=20010101");
    JsonNode one = written.path("partitions").path(0);
    assertThat(one.path("said").asText()).isEqualTo("WRITTEN");
    assertThat(one.path("job").asText()).isEqualTo("flights.clean");
    assertThat(one.path("runId").asText()).isEqualTo("run-parted-clean");
    assertThat(json("/tables/parted.clean/metadata").path("partitions").path("partitions"))
        .hasSize(2);
    assertThat(get("/tables/parted.clean/partitions?partition=ds=1").statusCode()).isEqualTo(404);
    assertThat(get("/tables/parted.clean/partitions?limit=0").statusCode()).isEqualTo(400);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(Kafka.values(KAFKA.read(TopicKind.STATE), TablePartitionsState.class))
                    .filteredOn(s -> s.getDataset().getId().equals("parted.report"))
                    .last()
                    .satisfies(
                        s ->
                            assertThat(s.getWords())
                                .extracting(PartitionWord::getKind)
                                .containsExactly(
                                    PartitionChangeKind.DROPPED, PartitionChangeKind.WRITTEN)));
  }

  @Test
  void metastoreMakesTablesKnownThatNoRunMadeAndAnOlderWordOfItUndoesNothing() throws Exception {
    // given
    KAFKA.order("crawled.t", "crawl-2", snapshot(TAKEN, "new_column"));
    await().atMost(PATIENCE).until(() -> get("/lineage/tables/crawled.t").statusCode() == 200);

    // when
    KAFKA.order("crawled.t", "crawl-1", snapshot(TAKEN.minusSeconds(60), "old_column"));
    KAFKA.order("crawled.t", "crawl-2-again", snapshot(TAKEN, "new_column"));
    KAFKA.order("crawled.t", "crawl-3", snapshot(TAKEN.plusSeconds(60), "new_column"));
    await().atMost(PATIENCE).until(() -> takenAt().equals("2026-01-01T00:01:00Z"));
    accepted(
        UpdateTableBusinessMetadata.newBuilder()
            .setTable("crawled.t")
            .setUsageNote("care")
            .build());

    // then
    JsonNode table = json("/tables/crawled.t/metadata");
    assertThat(table.path("columns"))
        .extracting(column -> column.path("name").asText() + " " + column.path("partition"))
        .containsExactly("new_column false", "ds true");
    assertThat(Kafka.values(KAFKA.read(TopicKind.EVENTS), TableSnapshotReported.class))
        .filteredOn(reported -> reported.getDataset().getId().equals("crawled.t"))
        .as("the first alone says something new")
        .hasSize(1);
    assertThat(table.path("owner").asText()).isEqualTo("hive");
    assertThat(table.path("metastore").path("partitions").path(0).asText())
        .isEqualTo("ds=20010102");
    assertThat(table.path("metastore").path("partitionCount").asInt()).isEqualTo(2);
    assertThat(json("/lineage/tables/crawled.t").path("table").path("columns"))
        .extracting(column -> column.path("name").asText())
        .containsExactly("new_column", "ds");
    assertThat(found("/search?q=told%20by%20hive"))
        .containsExactly("hms-table:local::crawled::t", "hms-column:local::crawled::t:new_column");
  }

  @Test
  void columnIsIdentifiedByWhatTheLastProfileCounted() throws Exception {
    // given
    KAFKA.order("profiled.t", "profiled", new ReportTableSnapshot("profiled", "t", snapshot()));
    await().atMost(PATIENCE).until(() -> get("/lineage/tables/profiled.t").statusCode() == 200);
    accepted(
        new SetClassificationRule(
            "profiled_mail",
            "email",
            SensitiveCategory.PERSONAL,
            3,
            ConditionJoin.OR,
            List.of(
                new ClassificationCondition(
                    ConditionTarget.FIELD_CONTENT, ConditionMatch.BUILT_IN, "email", 80))));

    // when
    KAFKA.order("profiled.t", "profile-2", samples(TAKEN, 90));
    KAFKA.order("profiled.t", "profile-1", samples(TAKEN.minusSeconds(60), 10));
    KAFKA.order("profiled.t", "profile-3", samples(TAKEN.plusSeconds(60), 95));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(Kafka.values(KAFKA.read(TopicKind.EVENTS), ColumnSamplesReported.class))
                    .extracting(reported -> reported.getSamples().getTakenAt())
                    .as("the older one says nothing")
                    .containsExactly(TAKEN, TAKEN.plusSeconds(60)));

    // then
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode column = json("/tables/profiled.t/metadata").path("columns").path(0);
              assertThat(column.path("classification").path("because").asText())
                  .isEqualTo("profiled_mail");
            });
    assertThat(json("/classification/rules").path("rules"))
        .anySatisfy(
            rule -> {
              assertThat(rule.path("name").asText()).isEqualTo("profiled_mail");
              assertThat(rule.path("conditions").path(0).path("hitPercent").asInt()).isEqualTo(80);
            });
    accepted(new DeleteClassificationRule("profiled_mail"));
  }

  private static TableSnapshot snapshot() {
    return TableSnapshot.newBuilder()
        .setColumns(List.of(new SnapshotColumn("a", "string", null)))
        .setTakenAt(TAKEN)
        .build();
  }

  private static ReportColumnSamples samples(Instant at, int hits) {
    return new ReportColumnSamples(
        "profiled",
        "t",
        new ColumnSamples(
            at,
            List.of(
                new ColumnSample(
                    "a", 100, List.of(new ContentHits(ConditionMatch.BUILT_IN, "email", hits))))));
  }

  private static String takenAt() throws Exception {
    return json("/tables/crawled.t/metadata").path("metastore").path("takenAt").asText();
  }

  private static ReportTableSnapshot snapshot(Instant at, String column) {
    return new ReportTableSnapshot(
        "crawled",
        "t",
        TableSnapshot.newBuilder()
            .setColumns(List.of(new SnapshotColumn(column, "int", "column told by hive")))
            .setPartitionColumns(List.of(new SnapshotColumn("ds", "string", null)))
            .setPartitions(List.of("ds=20010102", "ds=20010101"))
            .setPartitionCount(2)
            .setOwner("hive")
            .setComment("told by Hive")
            .setTakenAt(at)
            .build());
  }

  private static String millis(Instant time) {
    return Instant.ofEpochMilli(time.toEpochMilli()).toString();
  }
}
