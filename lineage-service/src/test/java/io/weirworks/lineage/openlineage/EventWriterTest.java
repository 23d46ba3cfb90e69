package io.weirworks.lineage.openlineage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Flow;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.openlineage.EngineEvent.JobRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lineage told as OpenLineage is read as the same lineage. */
class EventWriterTest {

  private static final String RUN = "01a1f748-de33-5a41-9d0e-000000000002";

  private static DatasetRef dataset(String name) {
    return DatasetNames.parse(name).orElseThrow();
  }

  private static RunExport export(RunExport.Touched... statements) {
    return RunExport.of(
        RUN,
        new Job("demo", "flow.node"),
        Optional.of(new JobRun("01a1f748-de33-5a41-9d0e-000000000001", new Job("demo", "flow"))),
        Instant.parse("2026-11-20T06:00:09Z"),
        List.of(statements));
  }

  private static ColumnEdge edge(String from, @Nullable String to, Flow flow) {
    return new ColumnEdge("d.a", from, "d.b", to, flow, null, false);
  }

  @Test
  void exportedEdgesAreReadAsTheSameEdges() throws Exception {
    // given
    List<ColumnEdge> edges = new ArrayList<>();
    for (Flow flow : Flow.values()) {
      edges.add(edge("x", "y", flow));
      if (!flow.direct()) {
        edges.add(edge("k", null, flow));
      }
    }
    RunExport export =
        export(
            new RunExport.Touched(List.of(dataset("d.a")), List.of(dataset("d.b")), edges),
            new RunExport.Touched(List.of(dataset("d.b")), List.of(dataset("d.c")), List.of()));

    // when
    EngineEvent read = EventReaderTest.run(EventWriter.write(export).toString());

    // then
    assertThat(read.columnEdges()).containsExactlyInAnyOrderElementsOf(edges);
    assertThat(read.inputs()).containsExactlyInAnyOrderElementsOf(export.inputs());
    assertThat(read.outputs()).containsExactlyInAnyOrderElementsOf(export.outputs());
    assertThat(read.runId()).isEqualTo(RUN);
    assertThat(read.job()).isEqualTo(export.job());
    assertThat(read.time()).isEqualTo(export.endedAt());
    assertThat(read.parent().orElseThrow().run()).isEqualTo(export.root().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flights.raw",
        "lake.db.t",
        "path:/data/raw.json",
        "s3://bucket/raw",
        "hdfs://nn/x/y",
        "openlineage:kafka://broker:9092/topic"
      })
  void eachDatasetKeepsItsName(String name) throws Exception {
    RunExport export = export(new RunExport.Touched(List.of(dataset(name)), List.of(), List.of()));

    assertThat(EventReaderTest.run(EventWriter.write(export).toString()).inputs())
        .containsExactly(dataset(name));
  }

  @Test
  void eventHasWhatTheSpecificationRequires() {
    // given
    ColumnEdge edge = new ColumnEdge("d.a", "x", "d.b", "y", Flow.AGGREGATION, "sum(x)", false);
    JsonNode event =
        EventWriter.write(
            export(
                new RunExport.Touched(
                    List.of(dataset("d.a")), List.of(dataset("d.b")), List.of(edge))));

    // then
    for (String required : List.of("eventTime", "producer", "schemaURL", "run", "job")) {
      assertThat(event.hasNonNull(required)).as(required).isTrue();
    }
    assertThat(event.path("run").path("facets").path("parent").hasNonNull("_schemaURL")).isTrue();
    JsonNode facet = event.path("outputs").path(0).path("facets").path("columnLineage");
    assertThat(facet.hasNonNull("_producer") && facet.hasNonNull("_schemaURL")).isTrue();
    assertThat(facet.path("fields").path("y").path("inputFields").path(0).path("transformations"))
        .hasToString(
            "[{\"type\":\"DIRECT\",\"subtype\":\"AGGREGATION\",\"description\":\"sum(x)\",\"masking\":false}]");
  }
}
