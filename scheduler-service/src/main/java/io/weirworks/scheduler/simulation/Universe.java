package io.weirworks.scheduler.simulation;

import io.weirworks.scheduler.dependency.NodeDependency;
import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.generation.GenerationHistory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All nodes of a simulation, and which depends on which. */
final class Universe {
  private final List<NodePlans> nodes = new ArrayList<>();
  private final Map<NodeKey, NodePlans> byKey = new HashMap<>();
  private final Map<NodeKey, List<NodePlans>> children = new HashMap<>();
  private final List<Timeline> timelines = new ArrayList<>();
  private final Map<Timeline, List<Integer>> ranks = new HashMap<>();

  /** Nodes with equal histories share one timeline. */
  Universe(Collection<ScheduledNode> scheduled) {
    Map<GenerationHistory, Timeline> shared = new HashMap<>();
    scheduled.stream()
        .sorted(Comparator.comparing(ScheduledNode::key))
        .forEach(
            node -> {
              Timeline timeline = shared.computeIfAbsent(node.history(), this::timeline);
              NodePlans plans = new NodePlans(node, timeline, node.isSelfDependent());
              ranks.computeIfAbsent(timeline, absent -> new ArrayList<>()).add(nodes.size());
              nodes.add(plans);
              byKey.put(node.key(), plans);
            });
    for (NodePlans node : nodes) {
      for (NodeDependency dependency : node.node().dependencies()) {
        if (dependency instanceof NodeDependency.OnSameCycle(NodeKey upstream)) {
          children.computeIfAbsent(upstream, absent -> new ArrayList<>()).add(node);
        }
      }
    }
  }

  private Timeline timeline(GenerationHistory history) {
    Timeline timeline = new Timeline(history);
    timelines.add(timeline);
    return timeline;
  }

  List<Timeline> timelines() {
    return timelines;
  }

  /** The nodes of a timeline, by their rank among all nodes in order of their keys. */
  List<Integer> ranks(Timeline timeline) {
    return ranks.getOrDefault(timeline, List.of());
  }

  NodePlans node(int rank) {
    return nodes.get(rank);
  }

  /** Nothing where the node has no timetable, as one of a manual workflow. */
  Optional<NodePlans> find(NodeKey key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** The nodes that directly depend on it in the same cycle. */
  List<NodePlans> children(NodeKey key) {
    return children.getOrDefault(key, List.of());
  }
}
