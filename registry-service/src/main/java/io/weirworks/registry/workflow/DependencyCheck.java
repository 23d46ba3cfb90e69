package io.weirworks.registry.workflow;

import static io.weirworks.registry.decision.RejectionCode.SELF_DEPENDENCY;

import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.flowspec.DependencyType;
import io.weirworks.registry.flowspec.SpecDepend;
import io.weirworks.registry.flowspec.SpecFlowDepend;
import io.weirworks.registry.flowspec.SpecNode;
import io.weirworks.registry.flowspec.SpecNodeOutput;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The edges of nodes (dataworks-semantics 1.7): those of the same cycle between them as node ids,
 * the others as they are written. Repeats fall together (13 row 23).
 */
final class DependencyCheck {
  private final NodeOutputs outputs;
  private final Reach reach;
  private final EdgeTargets targets;
  private final Problems problems;
  private final Map<String, Set<String>> upstreams = new LinkedHashMap<>();
  private final Map<String, Set<String>> named = new HashMap<>();
  private final Map<String, Set<String>> edgeOutputs = new HashMap<>();
  private final Set<CrossDependency> crossing = new LinkedHashSet<>();

  DependencyCheck(List<SpecNode> nodes, NodeOutputs outputs, Reach reach, Problems problems) {
    this.outputs = outputs;
    this.reach = reach;
    this.problems = problems;
    this.targets = new EdgeTargets(nodes, outputs, problems);
    targets.nodeIds().forEach(id -> upstreams.put(id, new LinkedHashSet<>()));
  }

  /** Upstream ids by node id, in the order of the document. */
  Map<String, Set<String>> upstreams() {
    return upstreams;
  }

  /** The dependencies that leave the workflow or the cycle, in the order of the document. */
  Set<CrossDependency> crossing() {
    return crossing;
  }

  /** The outputs by which each node hangs on others, as far as edges say so. */
  Set<String> outputsOf(String nodeId) {
    return named.getOrDefault(nodeId, Set.of());
  }

  /** The nodes that wait for none of the others. */
  List<String> firstNodes() {
    return upstreams.keySet().stream().filter(id -> upstreamsOf(id).isEmpty()).toList();
  }

  /** The nodes for which none of the others waits. */
  List<String> lastNodes() {
    Set<String> waitedFor = new HashSet<>();
    upstreams.values().forEach(waitedFor::addAll);
    return upstreams.keySet().stream().filter(id -> !waitedFor.contains(id)).toList();
  }

  private Set<String> upstreamsOf(String nodeId) {
    return upstreams.getOrDefault(nodeId, Set.of());
  }

  /**
   * Edges between nodes.
   *
   * @param wholeId edges of the workflow as a whole name it so; null: nobody does
   */
  void addEdges(List<SpecFlowDepend> edges, String path, @Nullable String wholeId) {
    for (int i = 0; i < edges.size(); i++) {
      String at = path + "[" + i + "]";
      String nodeId = edges.get(i).nodeId();
      if (nodeId != null && upstreams.containsKey(nodeId)) {
        addDepends(nodeId, edges.get(i), at);
      } else if (nodeId == null || !nodeId.equals(wholeId)) {
        targets.unknown(nodeId, at + ".nodeId");
      }
    }
  }

  /** Edges of the workflow as a whole are edges of each of its first nodes. */
  void addWhole(List<String> first, List<SpecFlowDepend> edges, String path) {
    for (int i = 0; i < edges.size(); i++) {
      String nodeId = edges.get(i).nodeId();
      if (nodeId != null && !upstreams.containsKey(nodeId)) {
        for (String node : first) {
          addDepends(node, edges.get(i), path + "[" + i + "]");
        }
      }
    }
  }

  private void addDepends(String nodeId, SpecFlowDepend edge, String path) {
    for (int j = 0; j < edge.depends().size(); j++) {
      add(nodeId, edge.depends().get(j), path + ".depends[" + j + "]");
    }
  }

  void addInputs(List<SpecNode> nodes, String path) {
    for (int i = 0; i < nodes.size(); i++) {
      String nodeId = NodeOutputs.id(nodes.get(i));
      if (nodeId != null && upstreams.containsKey(nodeId)) {
        List<SpecNodeOutput> inputs = nodes.get(i).inputs().nodeOutputs();
        addConsumed(nodeId, inputs, path + "[" + i + "].inputs.nodeOutputs");
      }
    }
  }

  /**
   * A node that consumes another's output waits for it, also where no edge says so; an edge to the
   * same output says how.
   */
  void addConsumed(String nodeId, List<SpecNodeOutput> inputs, String path) {
    for (int j = 0; j < inputs.size(); j++) {
      String output = inputs.get(j).data();
      if (output != null
          && !nodeId.equals(outputs.owner(output))
          && !edgeOutputs.getOrDefault(nodeId, Set.of()).contains(output)) {
        addNormal(nodeId, output, targets.ofOutput(output), path + "[" + j + "].data");
      }
    }
  }

  private void add(String nodeId, SpecDepend depend, String path) {
    if (depend.output() != null) {
      edgeOutputs.computeIfAbsent(nodeId, absent -> new LinkedHashSet<>()).add(depend.output());
    }
    switch (depend.type()) {
      case NORMAL ->
          addNormal(nodeId, depend.output(), targets.of(depend, path), path(depend, path));
      case CROSS_CYCLE_SELF, CROSS_CYCLE_CHILDREN ->
          cross(new CrossDependency(nodeId, depend.type(), null, null), path + ".type");
      case CROSS_CYCLE_OTHER_NODE -> addOther(nodeId, targets.of(depend, path), path(depend, path));
    }
  }

  private static String path(SpecDepend depend, String path) {
    return path + (depend.nodeId() == null ? ".output" : ".nodeId");
  }

  private void addNormal(String nodeId, @Nullable String output, EdgeTarget target, String path) {
    switch (target) {
      case EdgeTarget.Inside(String upstreamId) when upstreamId.equals(nodeId) ->
          problems.add(
              SELF_DEPENDENCY, path, upstreamId, "another node, or type CrossCycleDependsOnSelf");
      case EdgeTarget.Inside(String upstreamId) -> {
        if (output != null) {
          named.computeIfAbsent(nodeId, absent -> new LinkedHashSet<>()).add(output);
        }
        upstreams.computeIfAbsent(nodeId, absent -> new LinkedHashSet<>()).add(upstreamId);
      }
      case EdgeTarget.Elsewhere(String name) ->
          cross(new CrossDependency(nodeId, DependencyType.NORMAL, name, null), path);
      case EdgeTarget.Nothing() -> {}
    }
  }

  private void addOther(String nodeId, EdgeTarget target, String path) {
    DependencyType type = DependencyType.CROSS_CYCLE_OTHER_NODE;
    switch (target) {
      case EdgeTarget.Inside(String upstreamId) when upstreamId.equals(nodeId) ->
          cross(new CrossDependency(nodeId, DependencyType.CROSS_CYCLE_SELF, null, null), path);
      case EdgeTarget.Inside(String upstreamId) ->
          cross(new CrossDependency(nodeId, type, null, new Upstream(null, upstreamId)), path);
      case EdgeTarget.Elsewhere(String name) ->
          cross(new CrossDependency(nodeId, type, name, null), path);
      case EdgeTarget.Nothing() -> {}
    }
  }

  private void cross(CrossDependency dependency, String path) {
    String shown = dependency.output() == null ? dependency.type().text() : dependency.output();
    if (reach.allows(path, shown, problems)) {
      crossing.add(dependency);
    }
  }
}
