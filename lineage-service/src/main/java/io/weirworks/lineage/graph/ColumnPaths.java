package io.weirworks.lineage.graph;

import java.util.List;

/**
 * The shortest ways from one column to another, in the direction in which data flows.
 *
 * @param paths each from the first column's edge to the last column's; none: no way was found
 * @param truncated whether there are more, or the search had to end before it found any
 */
public record ColumnPaths(List<List<ColumnStep>> paths, boolean truncated) {

  public ColumnPaths {
    paths = List.copyOf(paths);
  }
}
