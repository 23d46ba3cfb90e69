package io.weirworks.lineage.marquez;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Flow;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.dataset.Known;
import io.weirworks.lineage.dataset.KnownBy;
import io.weirworks.lineage.dataset.Provenance;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.dataset.Writer;
import io.weirworks.lineage.graph.ColumnNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Edges of ours as nodes and edges of Marquez. */
class GraphShapesTest {

  private static final Job LOAD = new Job("demo", "flow.load");
  private static final Job SPARK = new Job("etl", "spark");

  private static DatasetRef dataset(String name) {
    return DatasetNames.parse(name).orElseThrow();
  }

  private static Confirmation run(int day) {
    return new Confirmation("run-" + day, 0, Instant.ofEpochSecond(day * 86_400L));
  }

  private static Known<TableEdge> edge(String from, String to, Job... jobs) {
    return new Known<>(
        new TableEdge(dataset(from), dataset(to)),
        Arrays.stream(jobs)
            .map(job -> new Provenance(new Writer(job, KnownBy.STATIC), run(1), run(2)))
            .toList());
  }

  private static ColumnEdge column(String from, @Nullable String to) {
    return new ColumnEdge("d.a", from, "d.b", to, Flow.IDENTITY, null, false);
  }

  @Test
  void eachJobStandsBetweenWhatItReadsAndWrites() {
    // when
    JobGraph graph =
        JobGraph.of(
            Set.of(dataset("d.b")),
            List.of(),
            List.of(edge("d.a", "d.b", LOAD, SPARK), edge("d.b", "s3://bucket/c", SPARK)));

    // then
    assertThat(graph.datasets())
        .containsOnlyKeys("dataset:hive:d.a", "dataset:hive:d.b", "dataset:s3://bucket:/c");
    assertThat(graph.jobs()).containsOnlyKeys("job:demo:flow.load", "job:etl:spark");
    assertThat(Arrow.entering(graph.arrows()).get("dataset:hive:d.b"))
        .extracting(Arrow::origin)
        .containsExactly("job:demo:flow.load", "job:etl:spark");
    assertThat(Arrow.leaving(graph.arrows()).get("dataset:hive:d.b"))
        .extracting(Arrow::destination)
        .containsExactly("job:etl:spark");
  }

  @Test
  void datasetWithoutEdgesIsANodeOfItsOwn() {
    JobGraph graph = JobGraph.of(Set.of(dataset("d.b")), List.of(), List.of());

    assertThat(graph.datasets()).containsOnlyKeys("dataset:hive:d.b");
    assertThat(graph.arrows()).isEmpty();
  }

  @Test
  void jobHasEachInputAndOutputOnceAndItsLatestRun() {
    // given
    Known<TableEdge> later =
        new Known<>(
            new TableEdge(dataset("d.a"), dataset("d.c")),
            List.of(new Provenance(new Writer(LOAD, KnownBy.RUNTIME), run(3), run(4))));

    // when
    KnownJob job = KnownJob.of(List.of(edge("d.a", "d.b", LOAD, SPARK), later)).get(LOAD);

    // then
    assertThat(job)
        .extracting(KnownJob::inputs, KnownJob::outputs, KnownJob::first, KnownJob::last)
        .containsExactly(
            List.of(dataset("d.a")), List.of(dataset("d.b"), dataset("d.c")), run(1), run(4));
  }

  @Test
  void fieldsHaveEdgesAndDatasetsAsAWholeDoNot() {
    // when
    FieldGraph graph =
        FieldGraph.of(
            Set.of(new ColumnNode("d.b", "lonely")),
            List.of(column("x", "y"), column("x", "y"), column("x", null)));

    // then
    assertThat(graph.fields())
        .extracting(ColumnNode::dataset, ColumnNode::column)
        .containsExactly(tuple("d.a", "x"), tuple("d.b", "lonely"), tuple("d.b", "y"));
    assertThat(graph.into().get(new ColumnNode("d.b", "y"))).containsExactly(column("x", "y"));
    assertThat(graph.outOf()).containsOnlyKeys(new ColumnNode("d.a", "x"));
  }
}
