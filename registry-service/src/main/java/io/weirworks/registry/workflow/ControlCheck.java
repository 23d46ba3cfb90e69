package io.weirworks.registry.workflow;

import static io.weirworks.registry.decision.RejectionCode.INVALID_CONTROL_FLOW;
import static io.weirworks.registry.decision.RejectionCode.MISSING_VALUE;
import static io.weirworks.registry.decision.RejectionCode.OUT_OF_RANGE;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.flowspec.JsonPaths;
import io.weirworks.registry.flowspec.OtherKeys;
import io.weirworks.registry.flowspec.SpecBranches;
import io.weirworks.registry.flowspec.SpecInnerFlow;
import io.weirworks.registry.flowspec.SpecNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a branch, join or loop node steers (dataworks-semantics 1.8, 4.4 to 4.7). */
record ControlCheck(
    FlowPart part,
    NodeOutputs outputs,
    Map<String, Set<String>> upstreams,
    Map<String, NodeDefinition> nodes,
    Problems problems) {
  private static final String ALL = "all";

  NodeControl control(SpecNode node, NodeDefinition definition, String path) {
    NodeType type = definition.script().type();
    String expected = key(type);
    for (String key : node.controllers().keys()) {
      if (!key.equals(expected) && !key.equals("combined")) {
        problems.add(
            INVALID_CONTROL_FLOW,
            JsonPaths.child(path, key),
            key,
            "a node of the type that goes with " + key);
      }
    }
    if (expected != null && !node.controllers().keys().contains(expected)) {
      problems.add(MISSING_VALUE, JsonPaths.child(path, expected), "", "what the node steers");
      return new NodeControl.None();
    }
    String at = expected == null ? path : JsonPaths.child(path, expected);
    return switch (type) {
      case CONTROLLER_BRANCH ->
          branch(Objects.requireNonNull(node.controllers().branch()), definition, at);
      case CONTROLLER_JOIN ->
          new JoinCheck(outputs, upstreams, nodes, problems)
              .join(Objects.requireNonNull(node.controllers().join()), definition, at);
      case CONTROLLER_CYCLE ->
          loop(
              Objects.requireNonNull(node.controllers().doWhile()),
              NodeType.CONTROLLER_CYCLE_END,
              WorkflowLimits.MAX_CYCLE_TURNS,
              1,
              at);
      case CONTROLLER_TRAVERSE ->
          loop(
              Objects.requireNonNull(node.controllers().forEach()),
              NodeType.CONTROLLER_TRAVERSE_END,
              WorkflowLimits.MAX_TRAVERSE_TURNS,
              WorkflowLimits.MAX_PARALLELISM,
              at);
      case VIRTUAL,
          EMR_SPARK_SQL,
          EMR_SPARK,
          EMR_SHELL,
          DIDE_SHELL,
          CONTROLLER_ASSIGNMENT,
          CONTROLLER_CYCLE_START,
          CONTROLLER_CYCLE_END,
          CONTROLLER_TRAVERSE_START,
          CONTROLLER_TRAVERSE_END,
          SCHEDULER_TRIGGER,
          PARAM_HUB,
          CHECK_NODE ->
          new NodeControl.None();
    };
  }

  private static @Nullable String key(NodeType type) {
    return switch (type) {
      case CONTROLLER_BRANCH -> "branch";
      case CONTROLLER_JOIN -> "join";
      case CONTROLLER_CYCLE -> "do-while";
      case CONTROLLER_TRAVERSE -> "for-each";
      case PARAM_HUB -> "param-hub";
      case VIRTUAL,
          EMR_SPARK_SQL,
          EMR_SPARK,
          EMR_SHELL,
          DIDE_SHELL,
          CONTROLLER_ASSIGNMENT,
          CONTROLLER_CYCLE_START,
          CONTROLLER_CYCLE_END,
          CONTROLLER_TRAVERSE_START,
          CONTROLLER_TRAVERSE_END,
          SCHEDULER_TRIGGER,
          CHECK_NODE ->
          null;
    };
  }

  private NodeControl branch(SpecBranches spec, NodeDefinition definition, String path) {
    checkArms(spec, path, problems);
    List<NodeControl.BranchArm> arms = new ArrayList<>();
    for (int i = 0; i < spec.branches().size(); i++) {
      SpecBranches.Arm arm = spec.branches().get(i);
      String at = path + ".branches[" + i + "]";
      String condition = text(arm.others(), "when");
      String output = Objects.requireNonNullElse(arm.output(), "");
      if (condition.isBlank()) {
        problems.add(MISSING_VALUE, at + ".when", "", "the condition of the arm");
      }
      if (!definition.outputs().contains(output)) {
        problems.add(
            INVALID_CONTROL_FLOW, at + ".output", output, "an output of the branch node itself");
      }
      arms.add(new NodeControl.BranchArm(condition, output, text(arm.others(), "desc")));
    }
    return new NodeControl.Branch(arms, text(spec.others(), "selection").equals(ALL));
  }

  static void checkArms(SpecBranches spec, String path, Problems problems) {
    int arms = spec.branches().size();
    if (arms < 1 || arms > WorkflowLimits.MAX_ARMS) {
      problems.add(
          OUT_OF_RANGE, path + ".branches", arms + " arms", "1 to " + WorkflowLimits.MAX_ARMS);
    }
  }

  static String text(OtherKeys keys, String key) {
    JsonNode value = keys.values().get(key);
    return value == null || value.isNull() ? "" : value.asText();
  }

  private NodeControl loop(
      SpecInnerFlow flow, NodeType endType, int mostTurns, int mostAtOnce, String path) {
    int turns =
        flow.maxIterations() == null ? WorkflowLimits.DEFAULT_TRAVERSE_TURNS : flow.maxIterations();
    checkRange(turns, mostTurns, path + ".maxIterations");
    JsonNode asked = flow.others().values().get("parallelism");
    int parallelism = asked == null || asked.isNull() ? 1 : asked.asInt();
    checkRange(parallelism, mostAtOnce, path + ".parallelism");
    return new NodeControl.Loop(turns, parallelism, end(flow, endType, path));
  }

  private void checkRange(int value, int most, String path) {
    if (value < 1 || value > most) {
      problems.add(OUT_OF_RANGE, path, Integer.toString(value), "a number from 1 to " + most);
    }
  }

  private String end(SpecInnerFlow flow, NodeType endType, String path) {
    List<SpecNode> all = new ArrayList<>(flow.nodes());
    if (flow.whileNode() != null) {
      all.add(flow.whileNode());
    }
    List<String> ends =
        all.stream()
            .filter(node -> LoopCheck.isOf(endType, node))
            .map(NodeOutputs::id)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (ends.size() != 1) {
      problems.add(
          INVALID_CONTROL_FLOW,
          path + ".nodes",
          ends.size() + " nodes of type " + endType,
          "exactly one");
    }
    return ends.isEmpty() ? "" : ends.getFirst();
  }
}
