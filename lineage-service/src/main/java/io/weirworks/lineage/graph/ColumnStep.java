package io.weirworks.lineage.graph;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Confirmation;

/**
 * An edge between two columns on the way of a read.
 *
 * @param edge without its expression: the graph holds none
 * @param by its latest confirmation
 * @param depth steps that lead to its far end, from 1
 */
public record ColumnStep(ColumnEdge edge, Confirmation by, int depth) {

  public ColumnNode source() {
    return ColumnNode.far(edge, Direction.UPSTREAM);
  }

  public ColumnNode target() {
    return ColumnNode.far(edge, Direction.DOWNSTREAM);
  }
}
