package io.weirworks.registry.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SequencedMap;
import java.util.Set;

/**
 * An order of nodes in which each comes after its upstreams, or a circle that makes such an order
 * impossible.
 */
sealed interface UpstreamOrder {

  /**
   * Each node's place in the order; among those that could stand next, the one that the document
   * names first.
   */
  record Ordered(SequencedMap<String, Integer> places) implements UpstreamOrder {}

  /** Node ids, each waiting for the next and the last for the first. */
  record Circle(List<String> nodeIds) implements UpstreamOrder {}

  /**
   * Kahn's algorithm, without recursion, in nodes plus edges.
   *
   * @param upstreams upstream ids by node id, in the document's order; every upstream is a node
   */
  static UpstreamOrder of(Map<String, Set<String>> upstreams) {
    Map<String, Integer> places = new HashMap<>();
    Map<String, Integer> openUpstreams = new LinkedHashMap<>();
    upstreams.forEach(
        (node, ofNode) -> {
          places.put(node, places.size());
          openUpstreams.put(node, ofNode.size());
        });
    PriorityQueue<Place> ready = new PriorityQueue<>();
    openUpstreams.forEach((node, open) -> addIfReady(node, open, places, ready));
    Map<String, List<String>> downstreams = downstreams(upstreams);
    SequencedMap<String, Integer> ordered = new LinkedHashMap<>();
    while (!ready.isEmpty()) {
      String node = ready.remove().node();
      ordered.put(node, ordered.size());
      openUpstreams.remove(node);
      for (String downstream : downstreams.getOrDefault(node, List.of())) {
        int open = openUpstreams.merge(downstream, -1, Integer::sum);
        addIfReady(downstream, open, places, ready);
      }
    }
    return openUpstreams.isEmpty()
        ? new Ordered(ordered)
        : circleAmong(openUpstreams.keySet(), upstreams);
  }

  /** A node and where the document names it. */
  record Place(int index, String node) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return Integer.compare(index, other.index);
    }
  }

  private static void addIfReady(
      String node, int open, Map<String, Integer> places, PriorityQueue<Place> ready) {
    if (open == 0) {
      ready.add(new Place(places.getOrDefault(node, 0), node));
    }
  }

  private static Map<String, List<String>> downstreams(Map<String, Set<String>> upstreams) {
    Map<String, List<String>> downstreams = new HashMap<>();
    upstreams.forEach(
        (node, ofNode) ->
            ofNode.forEach(
                upstream ->
                    downstreams.computeIfAbsent(upstream, absent -> new ArrayList<>()).add(node)));
    return downstreams;
  }

  /**
   * Each of the nodes that could not be ordered waits for another of them, so going from one to the
   * next comes back.
   */
  private static Circle circleAmong(Set<String> stuck, Map<String, Set<String>> upstreams) {
    List<String> walk = new ArrayList<>();
    Map<String, Integer> visited = new HashMap<>();
    String node = stuck.iterator().next();
    while (!visited.containsKey(node)) {
      visited.put(node, walk.size());
      walk.add(node);
      node =
          upstreams.getOrDefault(node, Set.of()).stream()
              .filter(stuck::contains)
              .findFirst()
              .orElseThrow();
    }
    return new Circle(List.copyOf(walk.subList(visited.getOrDefault(node, 0), walk.size())));
  }
}
