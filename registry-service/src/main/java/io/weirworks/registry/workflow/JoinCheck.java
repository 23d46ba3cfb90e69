package io.weirworks.registry.workflow;

import static io.weirworks.registry.decision.RejectionCode.INVALID_CONTROL_FLOW;
import static io.weirworks.registry.decision.RejectionCode.MISSING_VALUE;
import static io.weirworks.registry.decision.RejectionCode.UNKNOWN_VALUE;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.flowspec.SpecBranches;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A join's arms, which it waits for, and its logic over their names (dataworks-semantics 4.5). */
record JoinCheck(
    NodeOutputs outputs,
    Map<String, Set<String>> upstreams,
    Map<String, NodeDefinition> nodes,
    Problems problems) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Set<String> OPERATORS = Set.of("and", "or", "not");

  NodeControl join(SpecBranches spec, NodeDefinition definition, String path) {
    ControlCheck.checkArms(spec, path, problems);
    List<NodeControl.JoinArm> arms = new ArrayList<>();
    for (int i = 0; i < spec.branches().size(); i++) {
      NodeControl.JoinArm arm =
          arm(spec.branches().get(i), definition, path + ".branches[" + i + "]");
      if (arm != null) {
        arms.add(arm);
      }
    }
    return new NodeControl.Join(arms, logic(spec, arms, path));
  }

  private NodeControl.@Nullable JoinArm arm(
      SpecBranches.Arm spec, NodeDefinition definition, String path) {
    String name = spec.name() == null ? "" : spec.name();
    if (!NAME.matcher(name).matches() || OPERATORS.contains(name)) {
      problems.add(
          INVALID_CONTROL_FLOW, path + ".name", name, "a name of letters, digits and underscores");
      return null;
    }
    String task =
        spec.nodeId() == null && spec.output() != null
            ? outputs.owner(spec.output())
            : spec.nodeId();
    NodeDefinition node = task == null ? null : nodes.get(task);
    if (node == null || node.id().equals(definition.id())) {
      problems.add(
          INVALID_CONTROL_FLOW,
          path + ".nodeId",
          task == null ? "" : task,
          "the id of another node beside the join");
      return null;
    }
    if (node.script().type() == NodeType.CONTROLLER_BRANCH) {
      problems.add(
          INVALID_CONTROL_FLOW,
          path + ".nodeId",
          node.id(),
          "a node behind the branch, not the branch itself");
    }
    Set<String> ofJoin = upstreams.get(definition.id());
    if (ofJoin != null) {
      ofJoin.add(node.id());
    }
    return new NodeControl.JoinArm(name, node.id(), accepted(spec, path));
  }

  private Set<NodeControl.ArmEnd> accepted(SpecBranches.Arm spec, String path) {
    JsonNode assertion = spec.others().values().get("assertion");
    JsonNode in = assertion == null ? null : assertion.get("in");
    Set<NodeControl.ArmEnd> accepted = EnumSet.noneOf(NodeControl.ArmEnd.class);
    if (in == null || !in.isArray() || in.isEmpty()) {
      problems.add(
          MISSING_VALUE,
          path + ".assertion.in",
          "",
          "the accepted ends: SUCCESS (1), NOT_RUN (2), FAILURE (3)");
      return accepted;
    }
    for (JsonNode end : in) {
      NodeControl.ArmEnd known = end(end.asText());
      if (known == null) {
        problems.add(
            UNKNOWN_VALUE,
            path + ".assertion.in",
            end.asText(),
            "SUCCESS (1), NOT_RUN (2) or FAILURE (3)");
      } else {
        accepted.add(known);
      }
    }
    return accepted;
  }

  private static NodeControl.@Nullable ArmEnd end(String text) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "1", "SUCCESS" -> NodeControl.ArmEnd.SUCCESS;
      case "2", "NOT_RUN", "NOTRUN" -> NodeControl.ArmEnd.NOT_RUN;
      case "3", "FAILURE", "FAILED", "FAIL" -> NodeControl.ArmEnd.FAILURE;
      default -> null;
    };
  }

  /** Without one, all arms together. */
  private String logic(SpecBranches spec, List<NodeControl.JoinArm> arms, String path) {
    JsonNode logic = spec.others().values().get("logic");
    String expression = logic == null ? "" : logic.path("expression").asText("");
    Set<String> names = arms.stream().map(NodeControl.JoinArm::name).collect(Collectors.toSet());
    if (expression.isBlank()) {
      return arms.stream().map(NodeControl.JoinArm::name).collect(Collectors.joining(" and "));
    }
    NAME.matcher(expression)
        .results()
        .map(word -> word.group())
        .filter(word -> !OPERATORS.contains(word) && !names.contains(word))
        .findFirst()
        .ifPresent(
            word ->
                problems.add(
                    INVALID_CONTROL_FLOW,
                    path + ".logic.expression",
                    word,
                    "and, or, not and names of arms: " + String.join(", ", names)));
    return expression;
  }
}
