package io.weirworks.scheduler.dependency;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Nodes that wait for one another in a circle, so that none could ever start. */
public final class DependencyLoop {

  private DependencyLoop() {}

  /**
   * One circle among same-cycle dependencies, each node waiting for the next and the last for the
   * first; empty where there is none. Takes nodes plus edges, without recursion.
   *
   * @param upstreams of each node; an upstream without an entry has none
   */
  public static List<NodeKey> find(Map<NodeKey, Set<NodeKey>> upstreams) {
    Map<NodeKey, Integer> open = new HashMap<>();
    Map<NodeKey, List<NodeKey>> downstreams = new HashMap<>();
    Deque<NodeKey> ready = new ArrayDeque<>();
    upstreams.forEach(
        (node, ofNode) -> {
          Set<NodeKey> known = new HashSet<>(ofNode);
          known.retainAll(upstreams.keySet());
          open.put(node, known.size());
          known.forEach(
              upstream ->
                  downstreams.computeIfAbsent(upstream, absent -> new ArrayList<>()).add(node));
          if (known.isEmpty()) {
            ready.add(node);
          }
        });
    while (!ready.isEmpty()) {
      NodeKey node = ready.remove();
      open.remove(node);
      for (NodeKey downstream : downstreams.getOrDefault(node, List.of())) {
        if (open.merge(downstream, -1, Integer::sum) == 0) {
          ready.add(downstream);
        }
      }
    }
    return open.isEmpty() ? List.of() : circle(open.keySet(), upstreams);
  }

  /** Each node that is left waits for another one that is left. */
  private static List<NodeKey> circle(Set<NodeKey> left, Map<NodeKey, Set<NodeKey>> upstreams) {
    List<NodeKey> walk = new ArrayList<>();
    NodeKey node = left.stream().min(NodeKey::compareTo).orElseThrow();
    while (!walk.contains(node)) {
      walk.add(node);
      node =
          upstreams.getOrDefault(node, Set.of()).stream()
              .filter(left::contains)
              .min(NodeKey::compareTo)
              .orElseThrow();
    }
    return List.copyOf(walk.subList(walk.indexOf(node), walk.size()));
  }
}
