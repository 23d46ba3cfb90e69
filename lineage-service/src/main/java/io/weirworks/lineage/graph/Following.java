package io.weirworks.lineage.graph;

import io.weirworks.lineage.dataset.Flow;
import java.util.Arrays;

/** Which edges are followed. */
public enum Following {
  /** Those between datasets. */
  TABLES(1 << PackedEdge.TABLE),
  /** Those between columns by which values flow. */
  DIRECT(mask(true)),
  /** All between columns: joins, filters, groupings and the like too. */
  ALL(mask(true) | mask(false));

  private final int flows;

  Following(int flows) {
    this.flows = flows;
  }

  private static int mask(boolean direct) {
    return Arrays.stream(Flow.values())
        .filter(flow -> flow.direct() == direct)
        .mapToInt(flow -> 1 << PackedEdge.number(flow))
        .reduce(0, (one, other) -> one | other);
  }

  boolean takes(int flow) {
    return (flows >>> flow & 1) != 0;
  }
}
