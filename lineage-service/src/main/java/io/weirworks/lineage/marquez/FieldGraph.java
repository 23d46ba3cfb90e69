package io.weirworks.lineage.marquez;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.graph.ColumnNode;
import io.weirworks.lineage.graph.Direction;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Lineage of columns. Marquez knows fields only: edges to a dataset as a whole are left out.
 *
 * @param fields in the order of dataset and name
 * @param into the edges that make each field
 * @param outOf the edges that each has its part in
 */
public record FieldGraph(
    Set<ColumnNode> fields,
    Map<ColumnNode, List<ColumnEdge>> into,
    Map<ColumnNode, List<ColumnEdge>> outOf) {

  private static final Comparator<ColumnNode> ORDER =
      Comparator.comparing(ColumnNode::dataset).thenComparing(ColumnNode::column);

  /**
   * @param starts fields that are there, even if no edge is
   */
  public static FieldGraph of(Collection<ColumnNode> starts, Collection<ColumnEdge> edges) {
    List<ColumnEdge> ofFields =
        edges.stream().filter(edge -> edge.targetColumn() != null).distinct().toList();
    Set<ColumnNode> fields = new TreeSet<>(ORDER);
    fields.addAll(starts);
    for (ColumnEdge edge : ofFields) {
      fields.add(target(edge));
      fields.add(source(edge));
    }
    return new FieldGraph(
        fields,
        ofFields.stream().collect(Collectors.groupingBy(FieldGraph::target)),
        ofFields.stream().collect(Collectors.groupingBy(FieldGraph::source)));
  }

  public static ColumnNode source(ColumnEdge edge) {
    return ColumnNode.far(edge, Direction.UPSTREAM);
  }

  public static ColumnNode target(ColumnEdge edge) {
    return ColumnNode.near(edge, Direction.UPSTREAM);
  }
}
