package io.weirworks.lineage.graph;

import io.weirworks.lineage.dataset.Confirmation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The first edges that a wave meets, each once with its latest confirmation. */
final class EdgeCollection implements Wave.Sink {

  /** An edge into a dataset, in the order {@code into}. */
  record Edge(GraphDataset target, long into) {}

  /** Turns an edge into what a reader is shown. */
  @FunctionalInterface
  interface Shown<S> {
    S of(GraphDataset target, long into, Confirmation by, int depth);
  }

  private record Met(Confirmation by, int depth) {}

  private final Map<Edge, Met> met = new LinkedHashMap<>();
  private final int most;
  private int depth;
  private boolean truncated;

  EdgeCollection(int most) {
    this.most = most;
  }

  /** Follows the wave so many steps, or until there are enough edges. */
  EdgeCollection follow(Wave wave, int steps) {
    do {
      depth++;
    } while (depth <= steps && wave.step(this));
    return this;
  }

  @Override
  public boolean take(GraphDataset target, long into, Confirmation by) {
    Edge edge = new Edge(target, into);
    Met known = met.get(edge);
    if (known == null && met.size() == most) {
      truncated = true;
      return false;
    }
    if (known == null) {
      met.put(edge, new Met(by, depth));
    } else if (known.by().compareTo(by) < 0) {
      met.put(edge, new Met(by, known.depth()));
    }
    return true;
  }

  <S> Steps<S> shown(Shown<S> shown) {
    List<S> all = new ArrayList<>(met.size());
    met.forEach(
        (edge, how) -> all.add(shown.of(edge.target(), edge.into(), how.by(), how.depth())));
    return new Steps<>(all, truncated);
  }
}
