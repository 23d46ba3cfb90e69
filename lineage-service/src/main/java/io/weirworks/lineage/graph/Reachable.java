package io.weirworks.lineage.graph;

import io.weirworks.lineage.dataset.ColumnEdge;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is reached from something, nearest first.
 *
 * @param datasets each with the least number of steps to it
 */
public record Reachable(List<Dataset> datasets) {

  /**
   * A dataset that is reached.
   *
   * @param depth steps to it, from 1
   * @param columns each with its own depth; none where only datasets were followed
   */
  public record Dataset(String id, int depth, List<Column> columns) {}

  /**
   * @param name {@link ColumnEdge#ANY} for columns that nobody has listed
   * @param depth steps to it, from 1
   */
  public record Column(String name, int depth) {}

  private static final class Found {
    private final int depth;
    private final List<Column> columns = new ArrayList<>();

    Found(int depth) {
      this.depth = depth;
    }
  }

  /** How many columns are reached. */
  public int columns() {
    return datasets.stream().mapToInt(dataset -> dataset.columns().size()).sum();
  }

  static Reachable of(Wave wave, int steps) {
    Map<GraphDataset, Found> found = new LinkedHashMap<>();
    boolean more = true;
    for (int depth = 1; more && depth <= steps; depth++) {
      int step = depth;
      more = wave.step((target, edge, by) -> true);
      wave.reached((dataset, columns) -> add(found, dataset, columns, step));
    }
    List<Dataset> all = new ArrayList<>();
    found.forEach((dataset, what) -> all.add(new Dataset(dataset.id, what.depth, what.columns)));
    return new Reachable(all);
  }

  private static void add(
      Map<GraphDataset, Found> found, GraphDataset dataset, BitSet columns, int depth) {
    List<Column> list = found.computeIfAbsent(dataset, d -> new Found(depth)).columns;
    columns.stream()
        .forEach(
            number -> {
              String name = dataset.columns().name(number);
              list.add(new Column(name == null ? ColumnEdge.ANY : name, depth));
            });
  }
}
