package io.weirworks.registry.workflow;

import static io.weirworks.registry.decision.RejectionCode.INVALID_CONTROL_FLOW;

import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.flowspec.SpecNode;
import io.weirworks.registry.flowspec.SpecRuntime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The inside of a loop (dataworks-semantics 4.6, 4.7): no loop in a loop, one START before and one
 * END behind all others, and no branch whose arms reach END without a join.
 */
record LoopCheck(FlowPart part, Problems problems) {

  static boolean isOf(NodeType type, SpecNode node) {
    SpecRuntime runtime = node.script() == null ? null : node.script().runtime();
    return runtime != null && type.name().equals(runtime.command());
  }

  /** Checks the nodes and completes their edges, so that a turn is over exactly when END is. */
  void check(List<NodeDefinition> nodes, Map<String, Set<String>> upstreams) {
    boolean cycle = part.loop() != null && isOf(NodeType.CONTROLLER_CYCLE, part.loop());
    NodeType startType =
        cycle ? NodeType.CONTROLLER_CYCLE_START : NodeType.CONTROLLER_TRAVERSE_START;
    NodeType endType = cycle ? NodeType.CONTROLLER_CYCLE_END : NodeType.CONTROLLER_TRAVERSE_END;
    for (NodeDefinition node : nodes) {
      NodeType type = node.script().type();
      boolean belongs = part.loop() != null && (type == startType || type == endType);
      if (type.isLoopEdge() && !belongs) {
        add(node, "no START or END but those of the loop around it");
      } else if (type.isLoop() && part.loop() != null) {
        add(node, "no loop inside a loop");
      }
    }
    if (part.loop() != null) {
      String start = only(startType, nodes);
      String end = only(endType, nodes);
      if (start != null && end != null) {
        connect(start, end, nodes, upstreams);
        checkClosed(end, nodes, upstreams);
      }
    }
  }

  private void add(NodeDefinition node, String expected) {
    problems.add(
        INVALID_CONTROL_FLOW,
        part.path() + ".nodes[?(@.id=='" + node.id() + "')]",
        node.script().type().name(),
        expected);
  }

  private @Nullable String only(NodeType type, List<NodeDefinition> nodes) {
    List<String> all =
        nodes.stream()
            .filter(node -> node.script().type() == type)
            .map(NodeDefinition::id)
            .toList();
    if (all.size() != 1) {
      problems.add(
          INVALID_CONTROL_FLOW,
          part.path() + ".nodes",
          all.size() + " nodes of type " + type,
          "exactly one");
      return null;
    }
    return all.getFirst();
  }

  private static void connect(
      String start, String end, List<NodeDefinition> nodes, Map<String, Set<String>> upstreams) {
    for (NodeDefinition node : nodes) {
      Set<String> ofNode = upstreams.get(node.id());
      boolean isEdge = node.id().equals(start) || node.id().equals(end);
      if (ofNode != null && ofNode.isEmpty() && !isEdge) {
        ofNode.add(start);
      }
    }
    Set<String> followed = new HashSet<>();
    upstreams.values().forEach(followed::addAll);
    Set<String> ofEnd = upstreams.get(end);
    nodes.stream()
        .map(NodeDefinition::id)
        .filter(id -> ofEnd != null && !id.equals(end) && !followed.contains(id))
        .forEach(id -> Objects.requireNonNull(ofEnd).add(id));
  }

  /** From the arms of branches on, until a join or a node that runs all the same. */
  private void checkClosed(
      String end, List<NodeDefinition> nodes, Map<String, Set<String>> upstreams) {
    Set<String> leftOut = new HashSet<>();
    boolean grows = true;
    while (grows) {
      grows = false;
      for (NodeDefinition node : nodes) {
        boolean inherits =
            !node.steering().ignoresBranchSkip()
                && !(node.steering().control() instanceof NodeControl.Join);
        boolean mayBe =
            inherits
                && (!node.steering().arms().isEmpty()
                    || upstreams.getOrDefault(node.id(), Set.of()).stream()
                        .anyMatch(leftOut::contains));
        grows |= mayBe && leftOut.add(node.id());
      }
    }
    if (leftOut.contains(end)) {
      problems.add(
          INVALID_CONTROL_FLOW,
          part.path() + ".nodes[?(@.id=='" + end + "')]",
          end,
          "a join between every arm of a branch and END");
    }
  }
}
