package io.weirworks.lineage.graph;

import java.util.List;

/**
 * What was reached.
 *
 * @param edges nearest first
 * @param truncated whether there are more than were asked for
 */
public record Steps<E>(List<E> edges, boolean truncated) {

  public Steps {
    edges = List.copyOf(edges);
  }
}
