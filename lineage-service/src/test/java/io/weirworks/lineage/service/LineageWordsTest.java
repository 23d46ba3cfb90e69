package io.weirworks.lineage.service;

import static io.weirworks.lineage.service.Days.ends;
import static io.weirworks.lineage.service.Days.heard;
import static io.weirworks.lineage.service.Days.tell;
import static io.weirworks.lineage.service.RunningLineage.KAFKA;
import static io.weirworks.lineage.service.RunningLineage.PATIENCE;
import static io.weirworks.lineage.service.RunningLineage.json;
import static io.weirworks.lineage.service.RunningLineage.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weirworks.contract.lineage.TableLineageState;
import io.weirworks.contract.lineage.TableLineageUpdated;
import io.weirworks.lineage.service.Kafka.Heard;
import io.weirworks.schemas.TopicKind;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who said what, how it is told on, and which names are the same data. */
class LineageWordsTest {

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
        .ignoreExceptions()
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
}
