package io.weirworks.registry.workflow;

import static io.weirworks.registry.decision.RejectionCode.MISSING_VALUE;
import static io.weirworks.registry.decision.RejectionCode.UNRESOLVED_DEPENDENCY;

import io.weirworks.registry.decision.NearMatches;
import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.flowspec.SpecDepend;
import io.weirworks.registry.flowspec.SpecNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the ids and outputs of edges name, seen from one part of a workflow. */
final class EdgeTargets {
  private final NodeOutputs outputs;
  private final Problems problems;
  private final Set<String> nodeIds = new LinkedHashSet<>();
  private final Map<String, String> references = new HashMap<>();

  EdgeTargets(List<SpecNode> nodes, NodeOutputs outputs, Problems problems) {
    this.outputs = outputs;
    this.problems = problems;
    for (SpecNode node : nodes) {
      String id = NodeOutputs.id(node);
      if (id != null && node.reference() != null) {
        references.put(id, Objects.requireNonNullElse(node.reference().output(), ""));
      } else if (id != null) {
        nodeIds.add(id);
      }
    }
  }

  /** The nodes of the part, in the order of the document. */
  Set<String> nodeIds() {
    return nodeIds;
  }

  /**
   * Exports name a node of another workflow by an id that is not of this document, and its output.
   */
  EdgeTarget of(SpecDepend depend, String path) {
    String upstreamId = depend.nodeId();
    if (upstreamId != null && nodeIds.contains(upstreamId)) {
      return new EdgeTarget.Inside(upstreamId);
    }
    if (upstreamId != null && references.containsKey(upstreamId)) {
      return ofOutput(references.getOrDefault(upstreamId, ""));
    }
    if (depend.output() != null) {
      return ofOutput(depend.output());
    }
    if (upstreamId == null) {
      problems.add(MISSING_VALUE, path, "", "the upstream's nodeId or output");
    } else {
      unknown(upstreamId, path + ".nodeId");
    }
    return new EdgeTarget.Nothing();
  }

  EdgeTarget ofOutput(String output) {
    String owner = outputs.owner(output);
    if (owner != null) {
      return new EdgeTarget.Inside(owner);
    }
    return output.isBlank() || WorkspaceRoot.isOutput(output)
        ? new EdgeTarget.Nothing()
        : new EdgeTarget.Elsewhere(output);
  }

  /** Notes that there is no such node. */
  void unknown(@Nullable String nodeId, String path) {
    String shown = nodeId == null ? "" : nodeId;
    problems.add(
        UNRESOLVED_DEPENDENCY,
        path,
        shown,
        () -> "the id of a node of this workflow" + NearMatches.hint(shown, nodeIds));
  }
}
