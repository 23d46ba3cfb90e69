package io.weirworks.standalone.simulate;

import io.weirworks.scheduler.dependency.NodeDependency;
import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.dependency.Outputs;
import io.weirworks.scheduler.generation.Deployment;
import io.weirworks.scheduler.generation.GenerationHistory;
import io.weirworks.scheduler.simulation.ScheduledNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Definitions that are simulated together: they find one another's outputs.
 *
 * @param nodes those with a timetable
 * @param outputs by name; the nodes behind one, which need not have a timetable
 */
record Definitions(List<DefinedNode> nodes, Map<String, List<NodeKey>> outputs) {

  Set<String> workflows() {
    return nodes.stream().map(node -> node.key().workflow()).collect(Collectors.toSet());
  }

  /** These laid over others: a workflow of the same name takes the other's place. */
  Definitions over(Definitions others) {
    Set<String> replaced = workflows();
    Stream<DefinedNode> kept =
        others.nodes.stream().filter(node -> !replaced.contains(node.key().workflow()));
    Map<String, List<NodeKey>> all = new LinkedHashMap<>(outputs);
    others.outputs.forEach(
        (output, owners) -> {
          if (owners.stream().noneMatch(owner -> replaced.contains(owner.workflow()))) {
            all.putIfAbsent(output, owners);
          }
        });
    return new Definitions(Stream.concat(nodes.stream(), kept).toList(), all);
  }

  /** Deployed once, then and there. */
  List<ScheduledNode> deployedAt(Instant moment) {
    return scheduled(node -> GenerationHistory.of(node.timetable(), moment));
  }

  /**
   * Deployed at a moment over what there was before, which goes on to be seen in the instances that
   * were generated until then.
   */
  List<ScheduledNode> deployedOver(Definitions former, Instant moment) {
    Map<NodeKey, DefinedNode> before =
        former.nodes.stream().collect(Collectors.toMap(DefinedNode::key, node -> node));
    return scheduled(
        node -> {
          DefinedNode old = before.get(node.key());
          if (old == null) {
            return GenerationHistory.of(node.timetable(), moment);
          }
          return new GenerationHistory(
              node.timetable().schedule().zone(),
              List.of(
                  new Deployment(Deployment.LONG_AGO, old.timetable()),
                  new Deployment(moment, node.timetable())));
        });
  }

  private List<ScheduledNode> scheduled(Function<DefinedNode, GenerationHistory> history) {
    Outputs names = names();
    return nodes.stream()
        .map(
            node ->
                new ScheduledNode(
                    node.key(),
                    history.apply(node),
                    names.resolve(node.key(), node.dependencies()),
                    node.parameters(),
                    node.resource()))
        .toList();
  }

  /** Same-cycle upstreams of each node. */
  Map<NodeKey, Set<NodeKey>> upstreams() {
    Outputs names = names();
    return nodes.stream()
        .collect(
            Collectors.toMap(
                DefinedNode::key,
                node -> {
                  Set<NodeKey> upstreams = new HashSet<>();
                  for (NodeDependency dependency : names.resolve(node.key(), node.dependencies())) {
                    if (dependency instanceof NodeDependency.OnSameCycle(NodeKey upstream)) {
                      upstreams.add(upstream);
                    }
                  }
                  return upstreams;
                }));
  }

  /** Outputs that a node waits for in the same cycle and nobody has. */
  List<String> unknownOutputs() {
    Outputs names = names();
    List<String> unknown = new ArrayList<>();
    for (DefinedNode node : nodes) {
      for (NodeDependency dependency : names.resolve(node.key(), node.dependencies())) {
        if (dependency instanceof NodeDependency.OnUnknownOutput(String output)) {
          unknown.add(
              "node '%s' of '%s' waits for the output '%s', which no definition has"
                  .formatted(node.key().node(), node.key().workflow(), output));
        }
      }
    }
    return unknown;
  }

  private Outputs names() {
    Outputs names = new Outputs();
    outputs.forEach(names::add);
    return names;
  }
}
