package io.weirworks.registry.workflow;

import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.decision.RejectionCode;
import io.weirworks.registry.flowspec.SpecNode;
import io.weirworks.registry.flowspec.SpecReference;
import io.weirworks.registry.flowspec.SpecStrategy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a workflow, each by itself and beside the others: ids and names are unique
 * (dataworks-semantics 1.3), ids in the whole workflow and names beside one another.
 */
final class NodesCheck {
  private final Problems problems;
  private final NodeCheck single;
  private final Set<String> ids = new HashSet<>();

  NodesCheck(Problems problems, ExpressionCheck expressions) {
    this.problems = problems;
    this.single = new NodeCheck(problems, expressions);
  }

  /**
   * The nodes of a part without upstreams, in the order of the document; those with grave problems
   * are missing.
   */
  List<NodeDefinition> nodes(
      FlowPart part, @Nullable SpecStrategy ofWorkflow, NodeOutputs outputs) {
    Set<String> names = new HashSet<>();
    List<NodeDefinition> definitions = new ArrayList<>();
    for (int i = 0; i < part.nodes().size(); i++) {
      SpecNode node = part.nodes().get(i);
      String path = part.nodePath(i);
      if (node.reference() != null) {
        checkReference(node.reference(), path + ".reference");
        continue;
      }
      NodeDefinition definition =
          single.node(node, ofWorkflow, outputs.of(NodeOutputs.id(node)), path);
      if (definition != null) {
        checkUnique(definition, names, path);
        definitions.add(definition);
      }
    }
    return definitions;
  }

  /** It is no node here but the name of one elsewhere, for edges. */
  private void checkReference(SpecReference reference, String path) {
    if (reference.output() == null || reference.output().isBlank()) {
      problems.add(
          RejectionCode.MISSING_VALUE,
          path + ".output",
          "",
          "the output of the node that it stands for");
    }
  }

  private void checkUnique(NodeDefinition node, Set<String> names, String path) {
    if (!ids.add(node.id())) {
      problems.add(RejectionCode.DUPLICATE_ID, path + ".id", node.id(), "an id of its own");
    }
    if (!names.add(node.name())) {
      problems.add(RejectionCode.DUPLICATE_NAME, path + ".name", node.name(), "a name of its own");
    }
  }
}
