package io.weirworks.registry.workflow;

import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.decision.RejectionCode;
import io.weirworks.registry.flowspec.SpecBranches;
import io.weirworks.registry.flowspec.SpecNode;
import io.weirworks.registry.flowspec.SpecNodeOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which output belongs to which node (dataworks-semantics 1.7, 3.9): each node has {@code
 * workspace.<id>_out}, those that it declares, and {@code workspace.name} unless another node
 * declares that.
 */
final class NodeOutputs {
  private final Map<String, String> owners = new LinkedHashMap<>();
  private final Map<String, Set<String>> ofNode = new LinkedHashMap<>();
  private final Set<String> written = new LinkedHashSet<>();

  NodeOutputs(List<SpecNode> nodes, String nodesPath, String workspaceName, Problems problems) {
    for (int i = 0; i < nodes.size(); i++) {
      String id = id(nodes.get(i));
      if (id != null && nodes.get(i).reference() == null) {
        own(workspaceName + "." + id + "_out", id);
        addDeclared(nodes.get(i), id, nodesPath + "[" + i + "]", problems);
        addArms(nodes.get(i), id);
      }
    }
    for (SpecNode node : nodes) {
      String id = id(node);
      if (id != null && node.name() != null && node.reference() == null) {
        own(workspaceName + "." + node.name(), id);
      }
    }
  }

  static @Nullable String id(SpecNode node) {
    return node.id() == null ? node.name() : node.id();
  }

  /** The id of the node that has this output. */
  @Nullable String owner(String output) {
    return owners.get(output);
  }

  /** Gives the node an output of its workflow, unless another node has it. */
  void export(String output, String nodeId) {
    if (own(output, nodeId).equals(nodeId)) {
      written.add(output);
    }
  }

  /** Those that the document names. */
  Set<String> written() {
    return written;
  }

  Set<String> all() {
    return owners.keySet();
  }

  List<String> of(@Nullable String nodeId) {
    return nodeId == null ? List.of() : new ArrayList<>(ofNode.getOrDefault(nodeId, Set.of()));
  }

  private void addDeclared(SpecNode node, String id, String path, Problems problems) {
    List<SpecNodeOutput> declared = node.outputs().nodeOutputs();
    for (int i = 0; i < declared.size(); i++) {
      String output = declared.get(i).data();
      if (output == null) {
        continue;
      }
      String at = path + ".outputs.nodeOutputs[" + i + "].data";
      if (!isName(output)) {
        problems.add(
            RejectionCode.OUT_OF_RANGE,
            at,
            output,
            "an output of 1 to "
                + WorkflowLimits.MAX_OUTPUT_LENGTH
                + " characters, none of them a blank at its end");
        continue;
      }
      written.add(output);
      String owner = own(output, id);
      if (!owner.equals(id)) {
        problems.add(
            RejectionCode.DUPLICATE_OUTPUT,
            at,
            output,
            "an output of its own; node '" + owner + "' exports this one");
      }
    }
  }

  /** Databases compare names without the blanks at their ends. */
  private static boolean isName(String output) {
    return !output.isBlank()
        && output.length() <= WorkflowLimits.MAX_OUTPUT_LENGTH
        && output.equals(output.stripTrailing());
  }

  /** An arm of a branch is an output of it, whether it is declared or not. */
  private void addArms(SpecNode node, String id) {
    if (node.controllers().branch() != null) {
      node.controllers().branch().branches().stream()
          .map(SpecBranches.Arm::output)
          .filter(output -> output != null && !output.isBlank())
          .forEach(
              output -> {
                written.add(output);
                own(output, id);
              });
    }
  }

  private String own(String output, String id) {
    String owner = owners.computeIfAbsent(output, absent -> id);
    if (owner.equals(id)) {
      ofNode.computeIfAbsent(id, absent -> new LinkedHashSet<>()).add(output);
    }
    return owner;
  }
}
