package io.weirworks.registry.workflow;

import io.weirworks.registry.flowspec.JsonPaths;
import io.weirworks.registry.flowspec.SpecFlowDepend;
import io.weirworks.registry.flowspec.SpecInnerFlow;
import io.weirworks.registry.flowspec.SpecNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Nodes that can depend on one another: those of the workflow outside of loops, or those inside one
 * loop.
 *
 * @param path JSON path of what holds {@code nodes}
 * @param loop the node around them; null: the workflow
 * @param whole what is said of the workflow as a whole; null: nothing, or a loop
 */
record FlowPart(
    String path,
    @Nullable SpecNode loop,
    List<SpecNode> nodes,
    List<SpecFlowDepend> dependencies,
    String dependenciesPath,
    @Nullable WholeFlow whole) {

  static FlowPart of(FlowSource source) {
    return new FlowPart(
        source.path(),
        null,
        source.nodes(),
        source.dependencies(),
        source.dependenciesPath(),
        source.whole());
  }

  @Nullable String loopId() {
    return loop == null ? null : NodeOutputs.id(loop);
  }

  String nodePath(int index) {
    return path + ".nodes[" + index + "]";
  }

  /** The insides of the loops among the nodes. */
  List<FlowPart> inside() {
    List<FlowPart> inside = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      SpecNode node = nodes.get(i);
      String at = nodePath(i);
      if (node.controllers().doWhile() != null) {
        inside.add(inside(node, node.controllers().doWhile(), JsonPaths.child(at, "do-while")));
      }
      if (node.controllers().forEach() != null) {
        inside.add(inside(node, node.controllers().forEach(), JsonPaths.child(at, "for-each")));
      }
    }
    return inside;
  }

  /** The END that stands beside the nodes of a do-while is one of them. */
  private FlowPart inside(SpecNode around, SpecInnerFlow flow, String at) {
    List<SpecNode> inner = new ArrayList<>(flow.nodes());
    SpecNode end = flow.whileNode();
    if (end != null
        && inner.stream()
            .noneMatch(node -> Objects.equals(NodeOutputs.id(node), NodeOutputs.id(end)))) {
      inner.add(end);
    }
    String edgesKey = dependenciesPath.substring(dependenciesPath.lastIndexOf('.'));
    return new FlowPart(at, around, inner, flow.dependencies(), at + edgesKey, null);
  }
}
