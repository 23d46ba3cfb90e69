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
import io.weirworks.lineage.marquez.adapter.GraphViews.Graph;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
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

  FieldLineage(LiveReads live, TableQueries tables, KnownDatasets datasets) {
    this.live = live;
    this.tables = tables;
    this.datasets = datasets;
  }

  /**
   * @param node a field, or a dataset for all its fields
   * @param depth steps from column to column
   * @param downstream whether what was made from it is shown too
   * @throws RefusedReadException where it is not known
   */
  Graph around(NodeId node, int depth, boolean downstream) {
    TableRow row =
        node.readings().stream()
            .flatMap(one -> datasets.find(one).stream())
            .findFirst()
            .orElseThrow(() -> RefusedReadException.unknown("nodeId", node.rest()));
    Optional<String> field = node.field().map(name -> name.toLowerCase(Locale.ROOT));
    ColumnNode start = new ColumnNode(row.dataset().id(), field.orElse(ColumnEdge.ANY));
    List<ColumnEdge> edges = new ArrayList<>();
    boolean truncated = false;
    for (Direction direction :
        downstream ? EnumSet.allOf(Direction.class) : EnumSet.of(Direction.UPSTREAM)) {
      Reach<Known<ColumnEdge>> reach =
          live.columns(start, direction, Following.DIRECT, depth, MOST_EDGES);
      reach.edges().forEach(reached -> edges.add(reached.edge().edge()));
      truncated |= reach.truncated();
    }
    boolean known =
        edges.stream().anyMatch(edge -> touches(start, edge))
            || field.isEmpty()
            || FieldNodes.column(row, start.column()).isPresent();
    if (!known) {
      throw RefusedReadException.unknown(
          "nodeId", node.rest(), "no successful run has touched this field");
    }
    return view(FieldGraph.of(field.isPresent() ? Set.of(start) : Set.of(), edges), truncated);
  }

  private static boolean touches(ColumnNode start, ColumnEdge edge) {
    return FieldGraph.source(edge).equals(start) || FieldGraph.target(edge).equals(start);
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
