package io.weirworks.lineage.graph;

import io.weirworks.lineage.dataset.ColumnEdge;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is reached from something, nearest first.
 *
 * @param datasets each with the least number of steps to it
 */
public record Reachable(List<Dataset> datasets) {

  /**
   * A dataset that is reached. There may be very many columns: they are named only when they are
   * asked for.
   */
  public static final class Dataset {
    private final GraphDataset dataset;
    private final int depth;
    private final List<Level> levels = new ArrayList<>();

    private Dataset(GraphDataset dataset, int depth) {
      this.dataset = dataset;
      this.depth = depth;
    }

    public String id() {
      return dataset.id;
    }

    /** Steps to it, from 1. */
    public int depth() {
      return depth;
    }

    public int columnCount() {
      return levels.stream().mapToInt(level -> level.columns.cardinality()).sum();
    }

    /** Each with its own depth; none where only datasets were followed. */
    public Stream<Column> columns() {
      Columns names = dataset.columns();
      return levels.stream()
          .flatMap(
              level ->
                  level.columns.stream().mapToObj(number -> column(names, number, level.depth)));
    }

    private static Column column(Columns names, int number, int depth) {
      String name = names.name(number);
      return new Column(name == null ? ColumnEdge.ANY : name, depth);
    }
  }

  /** Columns of a dataset that are reached by so many steps. */
  private record Level(int depth, BitSet columns) {}

  /**
   * @param name {@link ColumnEdge#ANY} for columns that nobody has listed
   * @param depth steps to it, from 1
   */
  public record Column(String name, int depth) {}

  /** How many columns are reached. */
  public int columns() {
    return datasets.stream().mapToInt(Dataset::columnCount).sum();
  }

  static Reachable of(Wave wave, int steps) {
    Map<GraphDataset, Dataset> found = new LinkedHashMap<>();
    boolean more = true;
    for (int depth = 1; more && depth <= steps; depth++) {
      int step = depth;
      more = wave.step((target, edge, by) -> true);
      wave.reached(
          (dataset, columns) ->
              found
                  .computeIfAbsent(dataset, d -> new Dataset(d, step))
                  .levels
                  .add(new Level(step, columns)));
    }
    return new Reachable(List.copyOf(found.values()));
  }
}
