package io.weirworks.lineage.graph;

import io.weirworks.lineage.dataset.Flow;
import java.util.List;

/**
 * An edge as one number, so that edges are arrays of primitives: the target's dataset is known from
 * where the edge lies. In the order {@code into} an edge begins with the column that it leads to
 * (target column, source dataset, source column, flow), in the order {@code outOf} with the one
 * that it leaves (source dataset, source column, target column, flow): edges of a column lie beside
 * each other in an array sorted that way.
 */
final class PackedEdge {

  /** What edges of tables have instead of a {@link Flow}. */
  static final int TABLE = 15;

  static final int MOST_DATASETS = 1 << 22;
  static final int MOST_COLUMNS = 1 << 18;

  private static final int FLOW_BITS = 4;
  private static final int COLUMN_BITS = 18;
  private static final int DATASET_BITS = 22;
  private static final long COLUMN = MOST_COLUMNS - 1;
  private static final long DATASET = MOST_DATASETS - 1;
  private static final int SOURCE_BITS = DATASET_BITS + COLUMN_BITS;

  private static final List<Flow> FLOWS = List.of(Flow.values());

  private PackedEdge() {}

  /** A flow's number, below {@link #TABLE}. */
  static int number(Flow flow) {
    return FLOWS.indexOf(flow);
  }

  static Flow flowOf(long packed) {
    return FLOWS.get(flow(packed));
  }

  static long into(int targetColumn, int sourceDataset, int sourceColumn, int flow) {
    return ((long) targetColumn << (SOURCE_BITS + FLOW_BITS))
        | (source(sourceDataset, sourceColumn) << FLOW_BITS)
        | flow;
  }

  static long outOf(long into) {
    return ((into >>> FLOW_BITS & ((1L << SOURCE_BITS) - 1)) << (COLUMN_BITS + FLOW_BITS))
        | ((long) targetColumn(into) << FLOW_BITS)
        | flow(into);
  }

  /** The least number that an edge out of this column has in the order {@code outOf}. */
  static long firstOutOf(int sourceDataset, int sourceColumn) {
    return source(sourceDataset, sourceColumn) << (COLUMN_BITS + FLOW_BITS);
  }

  /** From the order {@code outOf} back to {@code into}. */
  static long turned(long outOf) {
    long source = outOf >>> (COLUMN_BITS + FLOW_BITS);
    long targetColumn = outOf >>> FLOW_BITS & COLUMN;
    return targetColumn << (SOURCE_BITS + FLOW_BITS) | source << FLOW_BITS | flow(outOf);
  }

  private static long source(int dataset, int column) {
    return (long) dataset << COLUMN_BITS | column;
  }

  static int targetColumn(long into) {
    return (int) (into >>> (SOURCE_BITS + FLOW_BITS));
  }

  static int sourceDataset(long into) {
    return (int) (into >>> (COLUMN_BITS + FLOW_BITS) & DATASET);
  }

  static int sourceColumn(long into) {
    return (int) (into >>> FLOW_BITS & COLUMN);
  }

  static int flow(long packed) {
    return (int) (packed & ((1 << FLOW_BITS) - 1));
  }
}
