package io.weirworks.scheduler.baseline;

import io.weirworks.scheduler.dependency.NodeKey;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whose priority a baseline lifts: its tasks and all their ancestors in the same cycle, with what
 * is inside loops. Not what is depended on in the cycle before (dataworks-semantics 5.6).
 */
public final class LiftedNodes {

  private LiftedNodes() {}

  /** The nodes, in order of their keys. */
  public static SortedSet<NodeKey> of(WatchedNodes nodes, Collection<BaselineTask> tasks) {
    SortedSet<NodeKey> lifted = new TreeSet<>();
    Deque<NodeKey> reached = new ArrayDeque<>();
    tasks.forEach(task -> reached.addAll(nodes.of(task)));
    while (!reached.isEmpty()) {
      NodeKey key = reached.remove();
      if (!lifted.contains(key)) {
        nodes
            .find(key)
            .ifPresent(
                node -> {
                  lifted.add(key);
                  lifted.addAll(node.inside());
                  node.sameCycle().forEach(reached::add);
                });
      }
    }
    return lifted;
  }
}
