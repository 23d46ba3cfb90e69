package io.weirworks.lineage.graph;

import io.weirworks.lineage.dataset.Confirmation;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * All current edges into a dataset. Immutable: a reader that holds one sees what was true after
 * some event.
 */
record Inflow(List<Contribution> contributions) {

  static final Inflow NONE = new Inflow(List.of());

  /** Takes edges one by one. */
  @FunctionalInterface
  interface Sink {
    /**
     * @param into the edge in the order {@code into}
     * @return whether to go on
     */
    boolean take(long into, Confirmation by);
  }

  Inflow {
    contributions = List.copyOf(contributions);
  }

  /** The datasets that edges come from, ascending. */
  int[] sources() {
    BitSet sources = new BitSet();
    for (Contribution contribution : contributions) {
      Arrays.stream(contribution.into()).mapToInt(PackedEdge::sourceDataset).forEach(sources::set);
    }
    return sources.stream().toArray();
  }

  /** Edges that lead to one of these columns, or may. */
  boolean into(BitSet columns, Sink sink) {
    for (Contribution contribution : contributions) {
      for (long edge : contribution.into()) {
        if (touches(columns, PackedEdge.targetColumn(edge))
            && !sink.take(edge, contribution.by())) {
          return false;
        }
      }
    }
    return true;
  }

  /** Edges that leave one of these columns of a dataset, or may; those of tables lie together. */
  boolean outOf(int source, BitSet columns, Following following, Sink sink) {
    boolean tables = following == Following.TABLES;
    long first = PackedEdge.firstOutOf(source, tables ? Columns.WHOLE : 0);
    long behind =
        tables
            ? PackedEdge.firstOutOf(source, Columns.WHOLE + 1)
            : PackedEdge.firstOutOf(source + 1, 0);
    for (Contribution contribution : contributions) {
      long[] edges = contribution.outOf();
      for (int i = SortedLongs.from(edges, first); i < edges.length && edges[i] < behind; i++) {
        long edge = PackedEdge.turned(edges[i]);
        if (touches(columns, PackedEdge.sourceColumn(edge))
            && !sink.take(edge, contribution.by())) {
          return false;
        }
      }
    }
    return true;
  }

  /** Columns that nobody has listed may be any column, and what touches the whole touches each. */
  private static boolean touches(BitSet columns, int column) {
    return column <= Columns.WHOLE || columns.get(column) || columns.get(Columns.ANY);
  }
}
