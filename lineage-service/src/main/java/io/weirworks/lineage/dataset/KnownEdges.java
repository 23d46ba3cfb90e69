package io.weirworks.lineage.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A set of edges, each with its latest confirmation. Adding is commutative and idempotent, also
 * beyond the bound: what is left out then is what was confirmed longest ago.
 *
 * @param all latest confirmation first, at most {@value #MOST}
 * @param truncated whether edges were left out
 */
public record KnownEdges<E extends Edge>(List<Known<E>> all, boolean truncated) {

  /** Keeps a dataset's state record within its topic's limit. */
  static final int MOST = 2_000;

  public KnownEdges {
    all = List.copyOf(all);
  }

  public static <E extends Edge> KnownEdges<E> none() {
    return new KnownEdges<>(List.of(), false);
  }

  public KnownEdges<E> with(List<E> edges, Confirmation by) {
    if (edges.isEmpty()) {
      return this;
    }
    Map<String, Known<E>> merged = new LinkedHashMap<>();
    all.forEach(known -> merged.put(known.edge().key(), known));
    for (E edge : edges) {
      merged.merge(edge.key(), new Known<>(edge, by), KnownEdges::later);
    }
    List<Known<E>> sorted = new ArrayList<>(merged.values());
    sorted.sort(
        Comparator.comparing((Known<E> known) -> known.by())
            .reversed()
            .thenComparing(known -> known.edge().key()));
    return new KnownEdges<>(
        sorted.subList(0, Math.min(MOST, sorted.size())), truncated || sorted.size() > MOST);
  }

  private static <E extends Edge> Known<E> later(Known<E> one, Known<E> other) {
    return other.by().compareTo(one.by()) > 0 ? other : one;
  }
}
