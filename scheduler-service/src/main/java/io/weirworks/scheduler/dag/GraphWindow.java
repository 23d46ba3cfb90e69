package io.weirworks.scheduler.dag;

import io.weirworks.scheduler.workflow.WorkflowGraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The nodes of a graph that lie at most so many levels before or behind one of them; the graph is
 * walked only so far. Nodes inside loops have instances turn by turn and are left out.
 *
 * @param places from the first level before to the last behind, each in the definition's order
 */
public record GraphWindow(List<Place> places) {
  public GraphWindow {
    places = List.copyOf(places);
  }

  /**
   * A node of the window.
   *
   * @param index in the graph
   * @param level edges from the centre on the shortest way: below 0 before it, above 0 behind it
   */
  public record Place(int index, int level) {}

  /** Around a node. */
  public static GraphWindow around(WorkflowGraph graph, int centre, int up, int down) {
    List<Place> places = new ArrayList<>();
    walk(List.of(centre), up, index -> upstream(graph, index), -1, places);
    places.add(new Place(centre, 0));
    walk(List.of(centre), down, graph::downstream, 1, places);
    return sorted(places);
  }

  /** From the nodes without upstream on. */
  public static GraphWindow fromStart(WorkflowGraph graph, int down) {
    List<Place> places = new ArrayList<>();
    graph.starts().forEach(index -> places.add(new Place(index, 0)));
    walk(graph.starts(), down, graph::downstream, 1, places);
    return sorted(places);
  }

  /** Direct upstream nodes of a node. */
  public static List<Integer> upstream(WorkflowGraph graph, int index) {
    return graph.node(index).upstreams().stream().distinct().map(graph::index).toList();
  }

  private static void walk(
      List<Integer> from,
      int levels,
      IntFunction<List<Integer>> neighbours,
      int direction,
      List<Place> places) {
    BitSet seen = new BitSet();
    from.forEach(seen::set);
    List<Integer> level = from;
    for (int number = 1; number <= levels && !level.isEmpty(); number++) {
      List<Integer> next = new ArrayList<>();
      for (int index : level) {
        for (int neighbour : neighbours.apply(index)) {
          if (!seen.get(neighbour)) {
            seen.set(neighbour);
            next.add(neighbour);
            places.add(new Place(neighbour, number * direction));
          }
        }
      }
      level = next;
    }
  }

  private static GraphWindow sorted(List<Place> places) {
    places.sort(Comparator.comparingInt(Place::level).thenComparingInt(Place::index));
    return new GraphWindow(places);
  }
}
