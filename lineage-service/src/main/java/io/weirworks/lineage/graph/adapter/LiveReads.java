package io.weirworks.lineage.graph.adapter;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Edge;
import io.weirworks.lineage.dataset.Known;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.graph.Closure.Reach;
import io.weirworks.lineage.graph.Closure.Reached;
import io.weirworks.lineage.graph.ColumnNode;
import io.weirworks.lineage.graph.ColumnPaths;
import io.weirworks.lineage.graph.ColumnStep;
import io.weirworks.lineage.graph.Direction;
import io.weirworks.lineage.graph.Following;
import io.weirworks.lineage.graph.Steps;
import io.weirworks.lineage.graph.TableStep;
import io.weirworks.lineage.graph.adapter.Views.ColumnEdgeView;
import io.weirworks.lineage.graph.adapter.Views.PathsView;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lineage as it is: the graph says which edges, the rows of their targets what each is. An edge
 * that its row no longer has is no longer there.
 */
@Singleton
public class LiveReads {

  private final LiveGraph live;
  private final EdgeQueries edges;

  LiveReads(LiveGraph live, EdgeQueries edges) {
    this.live = live;
    this.edges = edges;
  }

  void requireKnown(String parameter, String dataset) {
    if (!live.graph().knows(dataset)) {
      throw RefusedReadException.unknown(parameter, dataset);
    }
  }

  public Reach<Known<TableEdge>> tables(String start, Direction direction, int depth, int most) {
    Steps<TableStep> reach = live.graph().tables(start, direction, depth, most);
    Map<String, Known<TableEdge>> told =
        byKey(
            edges.tableEdges(
                reach.edges().stream().map(TableStep::target).collect(Collectors.toSet()),
                Direction.UPSTREAM,
                null));
    return new Reach<>(
        reach.edges().stream()
            .flatMap(
                step ->
                    Optional.ofNullable(told.get(step.source() + "\n" + step.target()))
                        .map(known -> new Reached<>(known, step.depth()))
                        .stream())
            .toList(),
        reach.truncated());
  }

  public Reach<Known<ColumnEdge>> columns(
      ColumnNode start, Direction direction, Following following, int depth, int most) {
    Steps<ColumnStep> reach = live.graph().columns(start, direction, following, depth, most);
    return new Reach<>(told(reach.edges()), reach.truncated());
  }

  PathsView paths(ColumnNode from, ColumnNode to, Following following, int depth, int most) {
    ColumnPaths found = live.graph().paths(from, to, following, depth, most);
    return new PathsView(
        found.paths().stream()
            .map(path -> told(path).stream().map(ColumnEdgeView::of).toList())
            .toList(),
        found.truncated());
  }

  private List<Reached<Known<ColumnEdge>>> told(List<ColumnStep> steps) {
    Map<String, Known<ColumnEdge>> told =
        byKey(
            edges.columnEdges(
                steps.stream().map(step -> step.edge().targetDataset()).collect(Collectors.toSet()),
                Direction.UPSTREAM,
                null));
    return steps.stream()
        .flatMap(
            step ->
                Optional.ofNullable(told.get(step.edge().key()))
                    .map(known -> new Reached<>(known, step.depth()))
                    .stream())
        .toList();
  }

  private static <E extends Edge> Map<String, Known<E>> byKey(Collection<Known<E>> all) {
    return all.stream().collect(Collectors.toMap(known -> known.edge().key(), known -> known));
  }
}
