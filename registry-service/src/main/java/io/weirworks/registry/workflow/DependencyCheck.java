package io.weirworks.registry.workflow;

import static io.weirworks.registry.decision.RejectionCode.MISSING_VALUE;
import static io.weirworks.registry.decision.RejectionCode.SELF_DEPENDENCY;
import static io.weirworks.registry.decision.RejectionCode.UNRESOLVED_DEPENDENCY;

import io.weirworks.registry.decision.NearMatches;
import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.flowspec.DependencyType;
import io.weirworks.registry.flowspec.SpecDepend;
import io.weirworks.registry.flowspec.SpecFlowDepend;
import io.weirworks.registry.flowspec.SpecNode;
import io.weirworks.registry.flowspec.SpecNodeOutput;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The edges of nodes (dataworks-semantics 1.7): those of the same cycle between them as node ids,
 * the others as they are written. Repeats fall together (13 row 23).
 */
final class DependencyCheck {
  private final NodeOutputs outputs;
  private final Reach reach;
  private final Problems problems;
  private final Map<String, Set<String>> upstreams = new LinkedHashMap<>();
  private final Map<String, String> references = new HashMap<>();
  private final Map<String, Set<String>> named = new HashMap<>();
  private final Map<String, Set<String>> edgeOutputs = new HashMap<>();
  private final Set<CrossDependency> crossing = new LinkedHashSet<>();

  DependencyCheck(List<SpecNode> nodes, NodeOutputs outputs, Reach reach, Problems problems) {
    this.outputs = outputs;
    this.reach = reach;
    this.problems = problems;
    for (SpecNode node : nodes) {
      String id = NodeOutputs.id(node);
      if (id != null && node.reference() != null) {
        references.put(id, Objects.requireNonNullElse(node.reference().output(), ""));
      } else if (id != null) {
        upstreams.put(id, new LinkedHashSet<>());
      }
    }
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

  void addEdges(List<SpecFlowDepend> edges, String path) {
    for (int i = 0; i < edges.size(); i++) {
      String at = path + "[" + i + "]";
      String nodeId = edges.get(i).nodeId();
      if (nodeId == null || !upstreams.containsKey(nodeId)) {
        unknownNode(nodeId, at + ".nodeId");
        continue;
      }
      List<SpecDepend> depends = edges.get(i).depends();
      for (int j = 0; j < depends.size(); j++) {
        add(nodeId, depends.get(j), at + ".depends[" + j + "]");
      }
    }
  }

  /**
   * A node that consumes another's output waits for it, also where no edge says so; an edge to the
   * same output says how.
   */
  void addInputs(List<SpecNode> nodes, String path) {
    for (int i = 0; i < nodes.size(); i++) {
      String nodeId = Objects.requireNonNullElse(NodeOutputs.id(nodes.get(i)), "");
      List<SpecNodeOutput> inputs = nodes.get(i).inputs().nodeOutputs();
      for (int j = 0; upstreams.containsKey(nodeId) && j < inputs.size(); j++) {
        String output = inputs.get(j).data();
        if (output != null
            && !nodeId.equals(outputs.owner(output))
            && !edgeOutputs.getOrDefault(nodeId, Set.of()).contains(output)) {
          String at = path + "[" + i + "].inputs.nodeOutputs[" + j + "].data";
          addNormal(nodeId, output, byOutput(output), at);
        }
      }
    }
  }

  private void add(String nodeId, SpecDepend depend, String path) {
    if (depend.output() != null) {
      edgeOutputs.computeIfAbsent(nodeId, absent -> new LinkedHashSet<>()).add(depend.output());
    }
    switch (depend.type()) {
      case NORMAL -> addNormal(nodeId, depend.output(), target(depend, path), path(depend, path));
      case CROSS_CYCLE_SELF, CROSS_CYCLE_CHILDREN ->
          cross(new CrossDependency(nodeId, depend.type(), null, null), path + ".type");
      case CROSS_CYCLE_OTHER_NODE -> addOther(nodeId, target(depend, path), path(depend, path));
    }
  }

  private static String path(SpecDepend depend, String path) {
    return path + (depend.nodeId() == null ? ".output" : ".nodeId");
  }

  private EdgeTarget target(SpecDepend depend, String path) {
    String upstreamId = depend.nodeId();
    if (upstreamId != null && upstreams.containsKey(upstreamId)) {
      return new EdgeTarget.Inside(upstreamId);
    }
    if (upstreamId != null && references.containsKey(upstreamId)) {
      return byOutput(references.getOrDefault(upstreamId, ""));
    }
    if (depend.output() != null) {
      return byOutput(depend.output());
    }
    if (upstreamId == null) {
      problems.add(MISSING_VALUE, path, "", "the upstream's nodeId or output");
    } else {
      unknownNode(upstreamId, path + ".nodeId");
    }
    return new EdgeTarget.Nothing();
  }

  private EdgeTarget byOutput(String output) {
    String owner = outputs.owner(output);
    if (owner != null) {
      return new EdgeTarget.Inside(owner);
    }
    return output.isBlank() || WorkspaceRoot.isOutput(output)
        ? new EdgeTarget.Nothing()
        : new EdgeTarget.Elsewhere(output);
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

  private void unknownNode(@Nullable String nodeId, String path) {
    String shown = nodeId == null ? "" : nodeId;
    problems.add(
        UNRESOLVED_DEPENDENCY,
        path,
        shown,
        () -> "the id of a node of this workflow" + NearMatches.hint(shown, upstreams.keySet()));
  }
}
