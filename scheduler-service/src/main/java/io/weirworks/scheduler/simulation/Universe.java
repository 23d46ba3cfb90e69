package io.weirworks.scheduler.simulation;

import io.weirworks.scheduler.dependency.NodeDependency;
import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.dependency.NodeSchedules;
import io.weirworks.scheduler.dependency.Plans;
import io.weirworks.scheduler.dependency.TimetablePlans;
import io.weirworks.scheduler.generation.GenerationHistory;
import io.weirworks.scheduler.generation.Timeline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All nodes of a simulation, and which depends on which. */
final class Universe implements NodeSchedules {
  private final List<ScheduledNode> nodes = new ArrayList<>();
  private final Map<NodeKey, Plans> plans = new HashMap<>();
  private final Map<NodeKey, List<NodeKey>> children = new HashMap<>();
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
              ranks.computeIfAbsent(timeline, absent -> new ArrayList<>()).add(nodes.size());
              nodes.add(node);
              plans.put(node.key(), new TimetablePlans(timeline, node.isSelfDependent()));
            });
    for (ScheduledNode node : nodes) {
      for (NodeDependency dependency : node.dependencies()) {
        if (dependency instanceof NodeDependency.OnSameCycle(NodeKey upstream)) {
          children.computeIfAbsent(upstream, absent -> new ArrayList<>()).add(node.key());
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

  ScheduledNode node(int rank) {
    return nodes.get(rank);
  }

  @Override
  public Optional<Plans> find(NodeKey node) {
    return Optional.ofNullable(plans.get(node));
  }

  @Override
  public List<NodeKey> children(NodeKey node) {
    return children.getOrDefault(node, List.of());
  }
}
