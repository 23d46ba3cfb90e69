package io.weirworks.lineage.service;

import static io.weirworks.lineage.service.RunningLineage.awaitAllRead;
import static io.weirworks.lineage.service.RunningLineage.get;
import static io.weirworks.lineage.service.RunningLineage.json;
import static io.weirworks.lineage.service.RunningLineage.tell;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.lineage.service.Pipeline.NodeRun;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What the graph in memory answers over HTTP. */
class LineageGraphReadsTest {

  @Test
  void pathsLeadFromTheRawColumnToTheReport() throws Exception {
    // given
    Pipeline pipeline = new Pipeline("pathed");
    for (NodeRun run : pipeline.runs()) {
      tell(pipeline, run);
    }
    awaitAllRead(pipeline, "marker");

    // when
    JsonNode found =
        json(
            "/lineage/paths?fromTable=pathed.raw&fromColumn=delay&toTable=pathed.report&toColumn=avg_delay");

    // then
    assertThat(found.path("truncated").asBoolean()).isFalse();
    assertThat(found.path("paths")).hasSize(1);
    assertThat(found.path("paths").get(0))
        .extracting(edge -> edge.path("targetDataset").asText())
        .containsExactly("pathed.clean", "pathed.delays", "pathed.report");
    assertThat(found.path("paths").get(0).get(1).path("expression").asText()).isNotEmpty();
  }

  @Test
  void pathFromADatasetThatNobodyTouchedIsRefused() throws Exception {
    // when
    HttpResponse<String> answer =
        get("/lineage/paths?fromTable=no.such&fromColumn=x&toTable=no.other&toColumn=y");

    // then
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("NotFound", "fromTable", "no.such");
  }

  @Test
  void graphSaysHowLargeItIsAndHowFarItHasRead() throws Exception {
    // given
    Pipeline pipeline = new Pipeline("counted");
    for (NodeRun run : pipeline.runs()) {
      tell(pipeline, run);
    }

    // when
    awaitAllRead(pipeline, "marker");

    // then
    JsonNode graph = json("/lineage/graph");
    assertThat(graph.path("columnEdges").asInt()).isPositive();
    assertThat(graph.path("hash").asText()).hasSize(16);
    assertThat(graph.path("positions")).hasSize(4);
    assertThat(get("/health/readiness").body()).contains("graph");
  }

  @Test
  void graphFromTopicsEqualsGraphFromRows() throws Exception {
    // given
    Pipeline pipeline = new Pipeline("rebuilt");
    for (NodeRun run : pipeline.runs()) {
      tell(pipeline, run);
    }
    awaitAllRead(pipeline, "marker");

    // when
    JsonNode rebuilt = json("/lineage/graph/rebuilt");

    // then
    assertThat(rebuilt).isEqualTo(json("/lineage/graph"));
  }
}
