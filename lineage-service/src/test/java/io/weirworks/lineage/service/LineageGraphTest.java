package io.weirworks.lineage.service;

import static io.weirworks.lineage.service.RunningLineage.KAFKA;
import static io.weirworks.lineage.service.RunningLineage.PATIENCE;
import static io.weirworks.lineage.service.RunningLineage.awaitAllRead;
import static io.weirworks.lineage.service.RunningLineage.edges;
import static io.weirworks.lineage.service.RunningLineage.get;
import static io.weirworks.lineage.service.RunningLineage.graph;
import static io.weirworks.lineage.service.RunningLineage.json;
import static io.weirworks.lineage.service.RunningLineage.of;
import static io.weirworks.lineage.service.RunningLineage.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weirworks.contract.lineage.LineageRecorded;
import io.weirworks.contract.lineage.RunLineageState;
import io.weirworks.contract.lineage.TableLineageState;
import io.weirworks.contract.lineage.TableLineageUpdated;
import io.weirworks.lineage.service.Kafka.Heard;
import io.weirworks.lineage.service.Pipeline.NodeRun;
import io.weirworks.schemas.TopicKind;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The graph that runs leave, as HTTP and the state topic show it. */
class LineageGraphTest {

  @Test
  void reportColumnIsTracedBackToTheRawFile() throws Exception {
    // given
    Pipeline pipeline = new Pipeline("traced");
    for (NodeRun run : pipeline.runs()) {
      tell(pipeline, run);
    }

    // when
    awaitAllRead(pipeline, "marker");

    // then
    assertThat(edges(pipeline, "report", "avg_delay", "upstream"))
        .containsExactly(
            "DB.delays.avg_delay -> DB.report.avg_delay IDENTITY 1",
            "DB.clean.delay -> DB.delays.avg_delay AGGREGATION 2",
            "DB.raw.delay -> DB.clean.delay IDENTITY 3",
            "path:/data/DB/flights.json.delay -> DB.raw.delay IDENTITY 4");
    assertThat(
            json("/lineage/columns/path:%2Fdata%2Ftraced%2Fflights.json/delay?direction=downstream&depth=2")
                .path("edges"))
        .hasSize(2);
    assertThat(json("/lineage/tables/%60Traced%60.REPORT?depth=2").path("upstream"))
        .extracting(edge -> edge.path("source").asText())
        .containsExactlyInAnyOrder(
            "traced.airports", "traced.delays", "path:/data/traced/airports.csv", "traced.clean");
    assertThat(json("/tables?search=traced.").path("tables"))
        .extracting(table -> table.path("id").asText())
        .containsExactly(
            "traced.airports",
            "traced.clean",
            "traced.delays",
            "traced.marker",
            "traced.raw",
            "traced.report");
    stateTopicShowsTheSame(pipeline);
    eventsAreWholeAndInOrder(pipeline);
  }

  @Test
  void anyOrderAndAnyRepetitionOfRunsGivesTheSameGraph() throws Exception {
    // given
    Pipeline inOrder = new Pipeline("inorder");
    for (NodeRun run : inOrder.runs()) {
      tell(inOrder, run);
    }
    awaitAllRead(inOrder, "marker");

    // when
    Pipeline shuffled = new Pipeline("mixedup");
    List<NodeRun> runs = new ArrayList<>(shuffled.runs().reversed());
    runs.addAll(shuffled.runs());
    Collections.shuffle(runs, new Random(7));
    for (NodeRun run : runs) {
      tell(shuffled, run);
    }
    awaitAllRead(shuffled, "marker");

    // then
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(graph(shuffled)).isEqualTo(graph(inOrder)));
  }

  @Test
  void failedRunConfirmsNothing() throws Exception {
    // given
    Pipeline pipeline = new Pipeline("failing");
    NodeRun failed = pipeline.runs().get(1);
    KAFKA.tell(pipeline.workflowInstance(), failed.id(), 3, pipeline.failed(failed));
    tell(pipeline, pipeline.runs().get(0));

    // when
    await().atMost(PATIENCE).until(() -> get("/lineage/tables/failing.raw").statusCode() == 200);

    // then
    HttpResponse<String> clean = get("/lineage/tables/failing.clean");
    assertThat(clean.statusCode()).isEqualTo(404);
    assertThat(clean.body()).contains("\"NotFound\"", "failing.clean");
    assertThat(of(KAFKA.read(TopicKind.EVENTS), pipeline))
        .noneSatisfy(event -> assertThat(event.subject()).isEqualTo(failed.id()));
  }

  private static void stateTopicShowsTheSame(Pipeline pipeline) {
    await()
        .atMost(PATIENCE)
        .ignoreException(NoSuchElementException.class) // until the table's record is there
        .untilAsserted(
            () -> {
              List<Heard> state = of(KAFKA.read(TopicKind.STATE), pipeline);
              TableLineageState report =
                  Kafka.values(state, TableLineageState.class).stream()
                      .filter(table -> table.getDataset().getId().equals("traced.report"))
                      .reduce((first, second) -> second)
                      .orElseThrow();
              assertThat(report.getColumns())
                  .extracting(column -> column.getName())
                  .containsExactly("airport", "avg_delay", "ds");
              assertThat(report.getUpstream())
                  .extracting(edge -> edge.getDataset().getId())
                  .containsExactlyInAnyOrder("traced.delays", "traced.airports");
              assertThat(Kafka.values(state, RunLineageState.class))
                  .anySatisfy(
                      run -> {
                        assertThat(run.getNode()).isEqualTo("report");
                        assertThat(run.getStatements()).isEqualTo(3);
                        assertThat(run.getRecorded()).isEqualTo(3);
                        assertThat(run.getGaps()).isZero();
                      });
            });
  }

  private static void eventsAreWholeAndInOrder(Pipeline pipeline) {
    List<Heard> events = of(KAFKA.read(TopicKind.EVENTS), pipeline);
    assertThat(Kafka.sequences(events))
        .allSatisfy(
            (subject, sequences) ->
                assertThat(sequences)
                    .as(subject)
                    .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, sequences.size()).boxed().toList()));
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.actor()).isEqualTo("user:ada");
              assertThat(event.cause()).isNotEmpty();
            });
    assertThat(Kafka.values(events, LineageRecorded.class))
        .anySatisfy(
            recorded -> {
              assertThat(recorded.getNode()).isEqualTo("delays");
              assertThat(recorded.getStatementIndex()).isEqualTo(1);
              assertThat(recorded.getOutputs())
                  .extracting(output -> output.getId())
                  .containsExactly("traced.delays");
            });
    assertThat(Kafka.values(events, TableLineageUpdated.class)).isNotEmpty();
  }
}
