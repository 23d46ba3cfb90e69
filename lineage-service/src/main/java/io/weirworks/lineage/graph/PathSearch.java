package io.weirworks.lineage.graph;

import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.graph.EdgeCollection.Edge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for the shortest ways to a column: edges are followed upstream from it until a level has
 * one that leaves the other column; then the ways lead down again, level by level.
 */
final class PathSearch implements Wave.Sink {

  /** Edges that are looked at, at most. */
  private static final int MOST_EDGES = 200_000;

  private final ColumnNode from;
  private final EdgeCollection.Shown<ColumnStep> shown;
  private final Set<Edge> known = new HashSet<>();
  private final List<Map<String, List<ColumnStep>>> levels = new ArrayList<>();
  private Map<Edge, Confirmation> level = new LinkedHashMap<>();
  private boolean exhausted;

  PathSearch(ColumnNode from, EdgeCollection.Shown<ColumnStep> shown) {
    this.from = from;
    this.shown = shown;
  }

  /**
   * @param wave starts at the column that is to be reached, upstream
   * @param longest steps at most
   * @param most ways at most
   */
  ColumnPaths to(Wave wave, int longest, int most) {
    boolean more = true;
    while (more && levels.size() < longest && beginnings().isEmpty()) {
      level = new LinkedHashMap<>();
      more = wave.step(this);
      levels.add(steps());
    }
    List<List<ColumnStep>> paths = new ArrayList<>();
    for (ColumnStep first : beginnings()) {
      extend(new ArrayDeque<>(List.of(first)), paths, most + 1);
    }
    boolean tooMany = paths.size() > most;
    return new ColumnPaths(
        tooMany ? paths.subList(0, most) : paths, tooMany || (paths.isEmpty() && exhausted));
  }

  @Override
  public boolean take(GraphDataset target, long into, Confirmation by) {
    Edge edge = new Edge(target, into);
    if (known.contains(edge) && !level.containsKey(edge)) {
      return true;
    }
    if (known.size() == MOST_EDGES) {
      exhausted = true;
      return false;
    }
    known.add(edge);
    level.merge(edge, by, (one, other) -> one.compareTo(other) < 0 ? other : one);
    return true;
  }

  private Map<String, List<ColumnStep>> steps() {
    Map<String, List<ColumnStep>> bySource = new LinkedHashMap<>();
    level.forEach(
        (edge, by) -> {
          ColumnStep step = shown.of(edge.target(), edge.into(), by, levels.size() + 1);
          bySource.computeIfAbsent(step.edge().sourceDataset(), id -> new ArrayList<>()).add(step);
        });
    return bySource;
  }

  private List<ColumnStep> beginnings() {
    return levels.isEmpty() ? List.of() : leaving(levels.size(), from);
  }

  private List<ColumnStep> leaving(int depth, ColumnNode node) {
    return levels.get(depth - 1).getOrDefault(node.dataset(), List.of()).stream()
        .filter(step -> step.source().touches(node))
        .toList();
  }

  /** No way ends before the last column: an edge was met because one behind it was. */
  private void extend(Deque<ColumnStep> path, List<List<ColumnStep>> paths, int most) {
    ColumnStep last = path.getLast();
    if (paths.size() == most) {
      return;
    }
    if (last.depth() == 1) {
      paths.add(List.copyOf(path));
      return;
    }
    for (ColumnStep next : leaving(last.depth() - 1, last.target())) {
      path.addLast(next);
      extend(path, paths, most);
      path.removeLast();
    }
  }
}
