package io.weirworks.lineage.graph;

import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.Writer;
import java.util.Arrays;

/**
 * Edges into a dataset that a writer says: both orders of {@link PackedEdge}, sorted. 16 bytes an
 * edge.
 *
 * @param by the writer's latest word of them
 */
record Contribution(Writer writer, Confirmation by, long[] into, long[] outOf) {

  static Contribution of(Writer writer, Confirmation by, long[] into) {
    long[] outOf = new long[into.length];
    for (int i = 0; i < into.length; i++) {
      outOf[i] = PackedEdge.outOf(into[i]);
    }
    Arrays.sort(outOf);
    return new Contribution(writer, by, into, outOf);
  }
}
