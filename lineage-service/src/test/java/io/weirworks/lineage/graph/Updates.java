package io.weirworks.lineage.graph;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.DatasetKind;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Flow;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.dataset.KnownBy;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.dataset.Writer;
import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.sql.TableName;
import io.weirworks.lineage.table.TableUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Updates as jobs say them, for tests. */
final class Updates {

  private Updates() {}

  static Writer writer(String job) {
    return new Writer(new Job("demo", job), KnownBy.STATIC);
  }

  /** The run that ended in this second. */
  static Confirmation run(int second) {
    return run(second, 0);
  }

  static Confirmation run(int second, int statement) {
    return new Confirmation("run-" + second, statement, Instant.ofEpochSecond(second));
  }

  static DatasetRef dataset(String id) {
    return new DatasetRef(id, DatasetKind.TABLE, id);
  }

  /** Edges between datasets come with those between columns. */
  static TableUpdate update(
      String job, Confirmation by, boolean complete, String target, List<ColumnEdge> edges) {
    List<TableEdge> tables =
        edges.stream()
            .map(
                edge -> new TableEdge(dataset(edge.sourceDataset()), dataset(edge.targetDataset())))
            .distinct()
            .toList();
    return new TableUpdate(dataset(target), writer(job), by, complete, List.of(), tables, edges);
  }

  static TableUpdate drop(String job, Confirmation by, String target) {
    return new TableUpdate(
        dataset(target),
        writer(job),
        by,
        true,
        List.of(new SchemaChange.Dropped(TableName.parse(target))),
        List.of(),
        List.of());
  }

  /** Where a table's files lie. */
  static TableUpdate located(Confirmation by, String table, String path) {
    return new TableUpdate(
        dataset(table),
        writer("create"),
        by,
        false,
        List.of(),
        List.of(),
        List.of(),
        new DatasetRef(path, DatasetKind.PATH, path),
        List.of());
  }

  /** {@code "a.x -> b.y"}: an edge by which values flow unchanged. */
  static ColumnEdge edge(String text) {
    String[] ends = text.split(" -> ", 2);
    int source = ends[0].lastIndexOf('.');
    int target = ends[1].lastIndexOf('.');
    return new ColumnEdge(
        ends[0].substring(0, source),
        ends[0].substring(source + 1),
        ends[1].substring(0, target),
        ends[1].substring(target + 1),
        Flow.IDENTITY,
        null,
        false);
  }

  static List<ColumnEdge> edges(String... texts) {
    return Arrays.stream(texts).map(Updates::edge).toList();
  }

  static LineageGraph graph(List<TableUpdate> updates) {
    FedGraph fed = new FedGraph();
    updates.forEach(fed::apply);
    return fed.graph();
  }

  /** One job for each target, one run for all of them. */
  static LineageGraph graphOf(List<ColumnEdge> edges) {
    List<TableUpdate> updates = new ArrayList<>();
    edges.stream()
        .map(ColumnEdge::targetDataset)
        .distinct()
        .forEach(
            target ->
                updates.add(
                    update(
                        "makes " + target,
                        run(1),
                        true,
                        target,
                        edges.stream()
                            .filter(edge -> edge.targetDataset().equals(target))
                            .toList())));
    return graph(updates);
  }
}
