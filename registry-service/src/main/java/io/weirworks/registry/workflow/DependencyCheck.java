package io.weirworks.registry.workflow;

import static io.weirworks.registry.decision.RejectionCode.CROSS_CYCLE_DEPENDENCY_NOT_SUPPORTED_YET;
import static io.weirworks.registry.decision.RejectionCode.CROSS_WORKFLOW_DEPENDENCY_NOT_SUPPORTED_YET;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resolves edges to node ids (dataworks-semantics 1.7). Repeats fall together (13 row 23); the
 * workspace's root is what the workflow's start hangs on, so an edge to it says nothing inside.
 */
final class DependencyCheck {
  private final NodeOutputs outputs;
  private final String rootOutput;
  private final Problems problems;
  private final Map<String, Set<String>> upstreams = new LinkedHashMap<>();
  private final Map<String, Set<String>> named = new HashMap<>();

  DependencyCheck(List<SpecNode> nodes, NodeOutputs outputs, String rootOutput, Problems problems) {
    this.outputs = outputs;
    this.rootOutput = rootOutput;
    this.problems = problems;
    for (SpecNode node : nodes) {
      String id = NodeOutputs.id(node);
      if (id != null) {
        upstreams.put(id, new LinkedHashSet<>());
      }
    }
  }

  /** Upstream ids by node id, in the order of the document. */
  Map<String, Set<String>> upstreams() {
    return upstreams;
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

  /** A node that consumes another's output waits for it, also where no edge says so. */
  void addInputs(List<SpecNode> nodes, String path) {
    for (int i = 0; i < nodes.size(); i++) {
      String nodeId = NodeOutputs.id(nodes.get(i));
      List<SpecNodeOutput> inputs = nodes.get(i).inputs().nodeOutputs();
      for (int j = 0; nodeId != null && j < inputs.size(); j++) {
        String output = inputs.get(j).data();
        if (output != null) {
          addOutput(nodeId, output, path + "[" + i + "].inputs.nodeOutputs[" + j + "].data");
        }
      }
    }
  }

  private void add(String nodeId, SpecDepend depend, String path) {
    if (depend.type() != DependencyType.NORMAL) {
      problems.add(
          CROSS_CYCLE_DEPENDENCY_NOT_SUPPORTED_YET,
          path + ".type",
          depend.type().text(),
          "type Normal");
    } else if (depend.nodeId() != null) {
      name(nodeId, depend.output());
      addNode(nodeId, depend.nodeId(), path + ".nodeId");
    } else if (depend.output() != null) {
      addOutput(nodeId, depend.output(), path + ".output");
    } else {
      problems.add(MISSING_VALUE, path, "", "the upstream's nodeId or output");
    }
  }

  private void name(String nodeId, @Nullable String output) {
    if (output != null) {
      named.computeIfAbsent(nodeId, absent -> new LinkedHashSet<>()).add(output);
    }
  }

  private void addNode(String nodeId, String upstreamId, String path) {
    Set<String> ofNode = upstreams.get(nodeId);
    if (!upstreams.containsKey(upstreamId) || ofNode == null) {
      unknownNode(upstreamId, path);
    } else if (upstreamId.equals(nodeId)) {
      problems.add(SELF_DEPENDENCY, path, upstreamId, "another node");
    } else {
      ofNode.add(upstreamId);
    }
  }

  private void addOutput(String nodeId, String output, String path) {
    String owner = outputs.owner(output);
    if (owner != null) {
      name(nodeId, output);
      addNode(nodeId, owner, path);
    } else if (!output.equals(rootOutput)) {
      problems.add(
          CROSS_WORKFLOW_DEPENDENCY_NOT_SUPPORTED_YET,
          path,
          output,
          () ->
              "an output of a node of this workflow, or "
                  + rootOutput
                  + NearMatches.hint(output, outputs.all()));
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
