package io.weirworks.lineage.service;

import static io.weirworks.lineage.service.RunningLineage.KAFKA;
import static io.weirworks.lineage.service.RunningLineage.PATIENCE;
import static io.weirworks.lineage.service.RunningLineage.bean;
import static io.weirworks.lineage.service.RunningLineage.get;
import static io.weirworks.lineage.service.RunningLineage.json;
import static io.weirworks.lineage.service.RunningLineage.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.contract.executor.Statement;
import io.weirworks.contract.lineage.TableLineageState;
import io.weirworks.contract.lineage.TableLineageUpdated;
import io.weirworks.lineage.service.Kafka.Heard;
import io.weirworks.lineage.service.Pipeline.NodeRun;
import io.weirworks.lineage.table.adapter.HistoryPurge;
import io.weirworks.schemas.TopicKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What datasets were made from at other times, and who said so. */
class LineageHistoryTest {

  private static final String FROM_A = "INSERT OVERWRITE DB.t SELECT x FROM DB.a";
  private static final String FROM_B = "INSERT OVERWRITE DB.t SELECT x FROM DB.b";

  private static Instant day(int day) {
    return LocalDate.of(2001, 1, day).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static void tell(Pipeline pipeline, int day, String node, String... texts)
      throws Exception {
    List<Statement> statements = new ArrayList<>();
    for (String text : texts) {
      statements.add(
          Pipeline.statement(statements.size(), text.replace("DB", pipeline.database())));
    }
    NodeRun run = new NodeRun("run-" + pipeline.database() + "-" + day, node, statements, 0);
    KAFKA.tell(pipeline.workflowInstance(), run.id(), 3, pipeline.succeeded(run, day(day)));
  }

  private static List<String> ends(String path, String direction, String end) throws Exception {
    return StreamSupport.stream(json(path).path(direction).spliterator(), false)
        .map(edge -> edge.path(end).asText())
        .sorted()
        .toList();
  }

  private static List<String> madeFrom(String table, Object asOf) throws Exception {
    return ends("/lineage/tables/" + table + "?asOf=" + asOf, "upstream", "source");
  }

  /** A complete history, heard in no order: the last day is heard in the middle. */
  private static Pipeline heard(String database) throws Exception {
    Pipeline pipeline = new Pipeline(database);
    tell(pipeline, 3, "fill", FROM_B);
    tell(pipeline, 1, "fill", FROM_A);
    tell(pipeline, 5, "fill", FROM_B);
    tell(pipeline, 2, "fill", FROM_B);
    tell(pipeline, 4, "drop", "DROP TABLE DB.t");
    String versions = "/lineage/tables/%s.t/versions".formatted(database);
    await().atMost(PATIENCE).until(() -> json(versions).path("versions").size() == 4);
    return pipeline;
  }

  @Test
  void graphAsOfATimeIsThatOfTheRunsThatHadEndedByThenHoweverTheyCame() throws Exception {
    // when
    heard("asof");

    // then
    assertThat(madeFrom("asof.t", "")).containsExactly("asof.b");
    assertThat(madeFrom("asof.t", day(1).minusMillis(1))).isEmpty();
    assertThat(madeFrom("asof.t", day(1))).containsExactly("asof.a");
    assertThat(madeFrom("asof.t", day(2).minusMillis(1))).containsExactly("asof.a");
    assertThat(madeFrom("asof.t", day(2))).containsExactly("asof.b");
    assertThat(madeFrom("asof.t", day(3))).containsExactly("asof.b");
    assertThat(madeFrom("asof.t", day(4))).isEmpty();
    assertThat(madeFrom("asof.t", day(5))).containsExactly("asof.b");
    String column = "/lineage/columns/asof.a/x?direction=downstream";
    assertThat(json(column).path("edges")).isEmpty();
    assertThat(json(column + "&asOf=" + day(1)).path("edges")).hasSize(1);
    assertThat(get("/lineage/tables/asof.t?asOf=yesterday").body())
        .contains("InvalidParameter", "asOf", "yesterday");
  }

  @Test
  void versionsSayWhatChangedWhenAndByWhichRunAndJob() throws Exception {
    // when
    heard("versioned");

    // then
    JsonNode versions = json("/lineage/tables/versioned.t/versions").path("versions");
    assertThat(versions)
        .extracting(
            version ->
                "%s %s +%d -%d"
                    .formatted(
                        version.path("runId").asText(),
                        version.path("job").asText(),
                        version.path("tablesAdded").size(),
                        version.path("tablesRemoved").size()))
        .containsExactly(
            "run-versioned-5 flights.fill +1 -0",
            "run-versioned-4 flights.drop +0 -1",
            "run-versioned-2 flights.fill +1 -1",
            "run-versioned-1 flights.fill +1 -0");
    assertThat(json("/lineage/tables/versioned.t/versions?limit=1").path("truncated").asBoolean())
        .isTrue();
    assertThat(get("/lineage/tables/versioned.none/versions").statusCode()).isEqualTo(404);
  }

  @Test
  void whatWasSaidBeforeIsNotSaidAgainAndItsSourcesAreNotToldAgain() throws Exception {
    // when
    Pipeline pipeline = heard("asbefore");

    // then
    List<TableLineageUpdated> words =
        Kafka.values(of(KAFKA.read(TopicKind.EVENTS), pipeline), TableLineageUpdated.class).stream()
            .filter(event -> event.getDataset().getId().equals("asbefore.t"))
            .toList();
    assertThat(words).hasSize(5);
    assertThat(words)
        .filteredOn(TableLineageUpdated::getAsBefore)
        .hasSize(2)
        .allSatisfy(
            again -> {
              assertThat(again.getTableEdges()).isEmpty();
              assertThat(again.getColumnEdges()).isEmpty();
              assertThat(words)
                  .filteredOn(first -> again.getVersion().equals(first.getVersion()))
                  .anySatisfy(first -> assertThat(first.getTableEdges()).hasSize(1));
            });
    assertThat(of(KAFKA.read(TopicKind.EVENTS), pipeline))
        .filteredOn(event -> event.subject().equals("asbefore.b"))
        .extracting(Heard::sequence)
        .as("a source is told once, when it is first known")
        .containsExactly(1L);
  }

  @Test
  void stateShowsCurrentEdgesOnlyAtBothEndsWithTheirProvenance() throws Exception {
    // when
    Pipeline pipeline = heard("stateful");

    // then
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              List<TableLineageState> all =
                  Kafka.values(of(KAFKA.read(TopicKind.STATE), pipeline), TableLineageState.class);
              assertThat(latest(all, "stateful.t").getUpstream())
                  .singleElement()
                  .satisfies(
                      edge -> {
                        assertThat(edge.getDataset().getId()).isEqualTo("stateful.b");
                        assertThat(edge.getRunId()).isEqualTo("run-stateful-5");
                        assertThat(edge.getSaidBy().getFirst().getFirstRunId())
                            .isEqualTo("run-stateful-2");
                        assertThat(edge.getSaidBy().getFirst().getJob().getName())
                            .isEqualTo("flights.fill");
                      });
              assertThat(latest(all, "stateful.a").getDownstream()).isEmpty();
              assertThat(latest(all, "stateful.a").getColumnDownstream()).isEmpty();
              assertThat(latest(all, "stateful.b").getDownstream())
                  .extracting(edge -> edge.getDataset().getId())
                  .containsExactly("stateful.t");
              assertThat(latest(all, "stateful.b").getColumnDownstream()).hasSize(1);
            });
  }

  private static TableLineageState latest(Collection<TableLineageState> all, String table) {
    return all.stream()
        .filter(state -> state.getDataset().getId().equals(table))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  @Test
  void wordThatOnlyKnowsThePathMeetsTheTableWhateverCameFirst() throws Exception {
    // given
    Pipeline pipeline = new Pipeline("located");
    tell(
        pipeline,
        1,
        "write",
        "INSERT OVERWRITE DIRECTORY 's3://lake/DB/t' USING parquet SELECT x FROM DB.src");
    tell(
        pipeline,
        2,
        "define",
        "CREATE EXTERNAL TABLE DB.t (x INT) STORED AS PARQUET LOCATION 's3a://lake/DB/t/'");
    tell(pipeline, 3, "read", "INSERT INTO DB.out SELECT x FROM parquet.`s3n://lake/DB/t`");

    // then
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(ends("/lineage/tables/located.t", "upstream", "source"))
                  .containsExactly("located.src");
              assertThat(ends("/lineage/tables/located.t", "downstream", "target"))
                  .containsExactly("located.out");
              assertThat(json("/lineage/columns/located.t/x").path("edges")).hasSize(1);
              assertThat(json("/lineage/columns/located.t/x?direction=downstream").path("edges"))
                  .hasSize(1);
            });
  }

  @Test
  void oldWordsAreThinnedOutAndWhatIsCurrentAndLaterTimesStayAsTheyAre() throws Exception {
    // given
    Pipeline pipeline = new Pipeline("purged");
    for (int day = 1; day <= 9; day++) {
      tell(pipeline, day, "fill", day == 5 ? FROM_A : FROM_B);
    }
    await()
        .atMost(PATIENCE)
        .until(() -> json("/lineage/tables/purged.t/versions").path("versions").size() == 3);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                json("/lineage/tables/purged.t")
                    .path("upstream")
                    .path(0)
                    .path("runId")
                    .asText()
                    .equals("run-purged-9"));

    // when
    int gone = bean(HistoryPurge.class).purge(day(8));

    // then
    assertThat(gone).isGreaterThanOrEqualTo(4);
    assertThat(bean(HistoryPurge.class).purge(day(8))).isZero();
    assertThat(madeFrom("purged.t", "")).containsExactly("purged.b");
    assertThat(madeFrom("purged.t", day(8))).containsExactly("purged.b");
    assertThat(json("/lineage/tables/purged.t").path("upstream").path(0).path("saidBy").path(0))
        .extracting(by -> by.path("firstRunId").asText())
        .isEqualTo("run-purged-1");
  }
}
