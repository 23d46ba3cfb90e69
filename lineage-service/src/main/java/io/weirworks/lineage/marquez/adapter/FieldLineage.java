package io.weirworks.lineage.marquez.adapter;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Known;
import io.weirworks.lineage.graph.Closure.Reach;
import io.weirworks.lineage.graph.ColumnNode;
import io.weirworks.lineage.graph.Direction;
import io.weirworks.lineage.graph.Following;
import io.weirworks.lineage.graph.adapter.LiveReads;
import io.weirworks.lineage.graph.adapter.RefusedReadException;
import io.weirworks.lineage.graph.adapter.TableQueries;
import io.weirworks.lineage.graph.adapter.TableQueries.TableRow;
import io.weirworks.lineage.marquez.FieldGraph;
import io.weirworks.lineage.marquez.NodeId;
import io.weirworks.lineage.marquez.NodeId.Reading;
import io.weirworks.lineage.marquez.adapter.GraphViews.Graph;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The lineage of columns by which values flow. */
@Singleton
final class FieldLineage {

  private static final int MOST_EDGES = 10_000;

  private final LiveReads live;
  private final TableQueries tables;
  private final KnownDatasets datasets;
  private final KnownJobs jobs;

  FieldLineage(LiveReads live, TableQueries tables, KnownDatasets datasets, KnownJobs jobs) {
    this.live = live;
    this.tables = tables;
    this.datasets = datasets;
    this.jobs = jobs;
  }

  /**
   * @param node a field; a dataset for all its fields; a job for all fields of what it writes
   * @param depth steps from column to column
   * @param downstream whether what was made from it is shown too
   * @throws RefusedReadException where it is not known
   */
  Graph around(NodeId node, int depth, boolean downstream) {
    Optional<String> field = node.field().map(name -> name.toLowerCase(Locale.ROOT));
    List<TableRow> rows = rows(node);
    List<ColumnEdge> edges = new ArrayList<>();
    boolean truncated = false;
    Set<ColumnNode> starts = new LinkedHashSet<>();
    for (TableRow row : rows) {
      ColumnNode start = new ColumnNode(row.dataset().id(), field.orElse(ColumnEdge.ANY));
      truncated |= follow(start, Direction.UPSTREAM, depth, edges);
      if (downstream) {
        truncated |= follow(start, Direction.DOWNSTREAM, depth, edges);
      }
      starts.add(start);
      if (field.isPresent() && !isKnown(row, start, edges)) {
        throw RefusedReadException.unknown(
            "nodeId", node.rest(), "no successful run has touched this field");
      }
    }
    return view(FieldGraph.of(field.isPresent() ? starts : Set.of(), edges), truncated);
  }

  /** The dataset, or what the job writes; of a job of which only runs are known nothing. */
  private List<TableRow> rows(NodeId node) {
    return switch (node.type()) {
      case DATASET, DATASET_FIELD ->
          node.readings().stream()
              .flatMap(one -> datasets.find(one).stream())
              .findFirst()
              .map(List::of)
              .orElseThrow(() -> RefusedReadException.unknown("nodeId", node.rest()));
      case JOB ->
          node.readings().stream()
              .map(Reading::job)
              .filter(jobs::isKnown)
              .findFirst()
              .map(job -> tables.all(jobs.outputs(job)))
              .orElseThrow(
                  () ->
                      RefusedReadException.unknown(
                          "nodeId", node.rest(), "neither lineage nor a run is of this job"));
    };
  }

  /** Whether there is more. */
  private boolean follow(ColumnNode start, Direction direction, int depth, List<ColumnEdge> edges) {
    Reach<Known<ColumnEdge>> reach =
        live.columns(
            start, direction, Following.DIRECT, depth, Math.max(1, MOST_EDGES - edges.size()));
    reach.edges().forEach(reached -> edges.add(reached.edge().edge()));
    return reach.truncated();
  }

  /** Files have no columns but those that edges name. */
  private boolean isKnown(TableRow row, ColumnNode field, List<ColumnEdge> edges) {
    List<ColumnEdge> near = new ArrayList<>(edges);
    follow(field, Direction.DOWNSTREAM, 1, near);
    return FieldNodes.column(row, field.column()).isPresent()
        || near.stream()
            .anyMatch(
                edge ->
                    FieldGraph.source(edge).equals(field) || FieldGraph.target(edge).equals(field));
  }

  private Graph view(FieldGraph graph, boolean truncated) {
    Map<String, TableRow> rows = new HashMap<>();
    tables
        .all(graph.fields().stream().map(ColumnNode::dataset).collect(Collectors.toSet()))
        .forEach(row -> rows.put(row.dataset().id(), row));
    FieldNodes nodes = new FieldNodes(graph, rows);
    return new Graph(graph.fields().stream().map(nodes::node).toList(), truncated);
  }
}
