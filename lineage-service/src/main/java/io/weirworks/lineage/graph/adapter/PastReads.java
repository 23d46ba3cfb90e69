package io.weirworks.lineage.graph.adapter;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Known;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.graph.Closure;
import io.weirworks.lineage.graph.Closure.Reach;
import io.weirworks.lineage.graph.ColumnNode;
import io.weirworks.lineage.graph.Direction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Lineage as it was at a time, from the rows of words. */
@Singleton
class PastReads {

  private final EdgeQueries edges;

  PastReads(EdgeQueries edges) {
    this.edges = edges;
  }

  Reach<Known<TableEdge>> tables(
      String start, Direction direction, int depth, int most, Instant asOf) {
    return new Closure<String, Known<TableEdge>>(
            frontier -> edges.tableEdges(frontier, direction, asOf),
            known ->
                switch (direction) {
                  case UPSTREAM -> known.edge().sourceDataset();
                  case DOWNSTREAM -> known.edge().targetDataset();
                },
            edges::otherNames)
        .from(start, depth, most);
  }

  Reach<Known<ColumnEdge>> columns(
      ColumnNode start, Direction direction, boolean indirect, int depth, int most, Instant asOf) {
    return new Closure<ColumnNode, Known<ColumnEdge>>(
            frontier -> leaving(frontier, direction, indirect, asOf),
            known -> ColumnNode.far(known.edge(), direction),
            edges::otherColumns)
        .from(start, depth, most);
  }

  private List<Known<ColumnEdge>> leaving(
      Set<ColumnNode> frontier, Direction direction, boolean indirect, Instant asOf) {
    Set<String> datasets =
        frontier.stream().map(ColumnNode::dataset).collect(Collectors.toUnmodifiableSet());
    List<Known<ColumnEdge>> all =
        edges.columnEdges(datasets, direction, asOf).stream()
            .filter(known -> indirect || known.edge().flow().direct())
            .toList();
    return ColumnNode.leaving(frontier, all, known -> ColumnNode.near(known.edge(), direction));
  }
}
