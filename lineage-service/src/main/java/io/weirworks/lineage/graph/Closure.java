package io.weirworks.lineage.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * All edges that can be reached, level by level, each once and with the least number of steps to
 * it. Cycles end by themselves. Where a node has other names (a table and its files), the edges of
 * those are followed in the same step, but for those that only lead from the one name to the other.
 *
 * @param <N> what edges connect
 */
public final class Closure<N, E> {

  /** An edge and how many steps lead to its far end, from 1. */
  public record Reached<E>(E edge, int depth) {}

  /**
   * What was reached.
   *
   * @param edges nearest first
   * @param truncated whether there are more than were asked for
   */
  public record Reach<E>(List<Reached<E>> edges, boolean truncated) {}

  private final Function<Set<N>, List<E>> leaving;
  private final Function<E, N> farEnd;
  private final Function<Set<N>, Set<N>> otherNames;

  /**
   * @param leaving all edges that leave these nodes in the direction that is followed
   * @param farEnd the node that an edge leads to
   */
  public Closure(Function<Set<N>, List<E>> leaving, Function<E, N> farEnd) {
    this(leaving, farEnd, nodes -> Set.of());
  }

  /**
   * @param otherNames of these nodes
   */
  public Closure(
      Function<Set<N>, List<E>> leaving,
      Function<E, N> farEnd,
      Function<Set<N>, Set<N>> otherNames) {
    this.leaving = leaving;
    this.farEnd = farEnd;
    this.otherNames = otherNames;
  }

  /**
   * @param depth steps at most, from 1
   * @param most edges at most
   */
  public Reach<E> from(N start, int depth, int most) {
    List<Reached<E>> reached = new ArrayList<>();
    Set<E> seen = new HashSet<>();
    Set<N> known = new HashSet<>(Set.of(start));
    Set<N> frontier = Set.of(start);
    for (int step = 1; step <= depth && !frontier.isEmpty(); step++) {
      Set<N> next = new LinkedHashSet<>();
      for (E edge : edges(frontier, known)) {
        if (seen.add(edge)) {
          if (reached.size() == most) {
            return new Reach<>(reached, true);
          }
          reached.add(new Reached<>(edge, step));
          N end = farEnd.apply(edge);
          if (known.add(end)) {
            next.add(end);
          }
        }
      }
      frontier = next;
    }
    return new Reach<>(reached, false);
  }

  private List<E> edges(Set<N> frontier, Set<N> known) {
    List<E> edges = new ArrayList<>(leaving.apply(frontier));
    Set<N> others = new LinkedHashSet<>(otherNames.apply(frontier));
    others.removeAll(known);
    edges.forEach(edge -> others.remove(farEnd.apply(edge)));
    if (!others.isEmpty()) {
      known.addAll(others);
      leaving.apply(others).stream()
          .filter(edge -> !known.contains(farEnd.apply(edge)))
          .forEach(edges::add);
    }
    return edges;
  }
}
