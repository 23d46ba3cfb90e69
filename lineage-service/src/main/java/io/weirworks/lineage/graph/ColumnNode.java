package io.weirworks.lineage.graph;

import io.weirworks.lineage.dataset.ColumnEdge;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A column as the end of edges. {@link ColumnEdge#ANY}, columns that nobody has listed, may be any
 * column of the dataset, and so does an edge to the dataset as a whole touch each.
 */
public record ColumnNode(String dataset, String column) {

  /** The end of an edge that is left when edges are followed this way. */
  public static ColumnNode near(ColumnEdge edge, Direction direction) {
    return switch (direction) {
      case UPSTREAM -> target(edge);
      case DOWNSTREAM -> source(edge);
    };
  }

  /** The end of an edge that is reached. */
  public static ColumnNode far(ColumnEdge edge, Direction direction) {
    return switch (direction) {
      case UPSTREAM -> source(edge);
      case DOWNSTREAM -> target(edge);
    };
  }

  private static ColumnNode source(ColumnEdge edge) {
    return new ColumnNode(edge.sourceDataset(), edge.sourceColumn());
  }

  private static ColumnNode target(ColumnEdge edge) {
    String column = edge.targetColumn();
    return new ColumnNode(edge.targetDataset(), column == null ? ColumnEdge.ANY : column);
  }

  public boolean touches(ColumnNode other) {
    return dataset.equals(other.dataset)
        && (column.equals(other.column)
            || column.equals(ColumnEdge.ANY)
            || other.column.equals(ColumnEdge.ANY));
  }

  /** Those of the edges that leave one of these columns. */
  public static <E> List<E> leaving(
      Set<ColumnNode> columns, Collection<E> edges, Function<E, ColumnNode> near) {
    Map<String, List<ColumnNode>> byDataset =
        columns.stream().collect(Collectors.groupingBy(ColumnNode::dataset));
    return edges.stream()
        .filter(
            edge -> {
              ColumnNode end = near.apply(edge);
              return byDataset.getOrDefault(end.dataset(), List.of()).stream()
                  .anyMatch(end::touches);
            })
        .toList();
  }
}
