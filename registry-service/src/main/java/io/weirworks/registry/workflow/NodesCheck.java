package io.weirworks.registry.workflow;

import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.decision.RejectionCode;
import io.weirworks.registry.flowspec.SpecNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The nodes of a workflow, each by itself and beside the others: ids and names are unique
 * (dataworks-semantics 1.3).
 */
final class NodesCheck {
  private final Problems problems;
  private final NodeCheck single;
  private final Set<String> ids = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  NodesCheck(Problems problems, ExpressionCheck expressions) {
    this.problems = problems;
    this.single = new NodeCheck(problems, expressions);
  }

  /**
   * The nodes without upstreams, in the order of the document; those with grave problems are
   * missing.
   */
  List<NodeDefinition> nodes(FlowSource source, NodeOutputs outputs) {
    List<NodeDefinition> definitions = new ArrayList<>();
    for (int i = 0; i < source.nodes().size(); i++) {
      SpecNode node = source.nodes().get(i);
      String path = source.path() + ".nodes[" + i + "]";
      if (node.reference() != null) {
        problems.add(
            RejectionCode.CROSS_WORKFLOW_DEPENDENCY_NOT_SUPPORTED_YET,
            path + ".reference",
            node.reference().output() == null ? "" : node.reference().output(),
            "a node of this workflow");
        continue;
      }
      NodeDefinition definition =
          single.node(node, source.strategy(), outputs.of(NodeOutputs.id(node)), path);
      if (definition != null) {
        checkUnique(definition, path);
        definitions.add(definition);
      }
    }
    return definitions;
  }

  private void checkUnique(NodeDefinition node, String path) {
    if (!ids.add(node.id())) {
      problems.add(RejectionCode.DUPLICATE_ID, path + ".id", node.id(), "an id of its own");
    }
    if (!names.add(node.name())) {
      problems.add(RejectionCode.DUPLICATE_NAME, path + ".name", node.name(), "a name of its own");
    }
  }
}
