package io.weirworks.scheduler.workflow.adapter;

import static io.weirworks.scheduler.controlflow.LoopVariables.OUTPUTS;

import io.weirworks.contract.Parameter;
import io.weirworks.contract.ParameterType;
import io.weirworks.contract.registry.ArmEnd;
import io.weirworks.contract.registry.BranchSelection;
import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.registry.UpstreamArm;
import io.weirworks.scheduler.controlflow.Binding;
import io.weirworks.scheduler.controlflow.Branch;
import io.weirworks.scheduler.controlflow.Control;
import io.weirworks.scheduler.controlflow.Join;
import io.weirworks.scheduler.controlflow.Loop;
import io.weirworks.scheduler.controlflow.OutputRule;
import io.weirworks.scheduler.controlflow.Steering;
import io.weirworks.scheduler.identity.NodeId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A node's part in the control flow, from the contract's definition. */
final class SteeringMapping {
  private static final String SQL = "sql";

  private SteeringMapping() {}

  static Steering steering(NodeDefinition node) {
    String loop = node.getLoopNodeId();
    return new Steering(
        control(node),
        outputRule(node),
        outputs(node),
        node.getParameters().stream()
            .filter(parameter -> parameter.getType() == ParameterType.NODE_OUTPUT)
            .map(SteeringMapping::binding)
            .toList(),
        arms(node.getUpstreamArms()),
        node.getIgnoreBranchConditionSkip(),
        loop == null ? null : new NodeId(loop));
  }

  /** Whether the scheduler does it all by itself. */
  static boolean isControl(NodeDefinition node) {
    return !(control(node) instanceof Control.None);
  }

  private static Control control(NodeDefinition node) {
    return switch (node.getCommand()) {
      case "CONTROLLER_BRANCH" -> new Control.Choose(branch(present(node.getBranch(), node)));
      case "CONTROLLER_JOIN" -> new Control.Meet(join(present(node.getJoin(), node)));
      case "CONTROLLER_CYCLE" -> {
        var loop = present(node.getLoop(), node);
        yield new Control.Repeat(
            new Loop.DoWhile(loop.getMaxIterations(), new NodeId(loop.getEndNodeId())));
      }
      case "CONTROLLER_TRAVERSE" -> {
        var loop = present(node.getLoop(), node);
        yield new Control.Repeat(
            new Loop.ForEach(
                loop.getMaxIterations(), loop.getParallelism(), new NodeId(loop.getEndNodeId())));
      }
      case "PARAM_HUB" -> new Control.HandOn();
      case "SCHEDULER_TRIGGER" -> new Control.AwaitSignal();
      default -> new Control.None();
    };
  }

  private static <T> T present(@Nullable T part, NodeDefinition node) {
    return Objects.requireNonNull(part, node.getCommand() + " " + node.getId() + " is not whole");
  }

  private static Branch branch(io.weirworks.contract.registry.Branch branch) {
    return new Branch(
        branch.getArms().stream()
            .map(arm -> new Branch.Arm(arm.getCondition(), arm.getOutput()))
            .toList(),
        branch.getSelection() == BranchSelection.ALL
            ? Branch.Selection.ALL
            : Branch.Selection.FIRST_MATCH);
  }

  private static Join join(io.weirworks.contract.registry.Join join) {
    return new Join(
        join.getArms().stream()
            .map(
                arm ->
                    new Join.Arm(
                        arm.getName(), new NodeId(arm.getNodeId()), ends(arm.getAccepted())))
            .toList(),
        join.getLogic());
  }

  private static Set<Join.End> ends(List<ArmEnd> accepted) {
    return accepted.stream()
        .filter(end -> end != ArmEnd.UNKNOWN)
        .map(end -> Join.End.valueOf(end.name()))
        .collect(Collectors.toSet());
  }

  private static OutputRule outputRule(NodeDefinition node) {
    return switch (node.getCommand()) {
      case "CONTROLLER_ASSIGNMENT" -> isSql(node) ? OutputRule.ROWS : OutputRule.LINE;
      case "CONTROLLER_CYCLE_END" -> OutputRule.TRUTH;
      default -> node.getOutputParameters().isEmpty() ? OutputRule.NONE : OutputRule.OPTIONAL;
    };
  }

  private static boolean isSql(NodeDefinition node) {
    String language = node.getLanguage();
    return language != null && language.endsWith(SQL);
  }

  /** What END of a do-while says is handed to its loop, whether it is declared or not. */
  private static List<String> outputs(NodeDefinition node) {
    return node.getCommand().equals("CONTROLLER_CYCLE_END")
        ? List.of(OUTPUTS)
        : node.getOutputParameters();
  }

  private static Binding binding(Parameter parameter) {
    return new Binding(
        parameter.getName(),
        new NodeId(Objects.requireNonNull(parameter.getSourceNode(), parameter.getName())),
        Objects.requireNonNullElse(parameter.getSourceOutput(), OUTPUTS));
  }

  private static Map<NodeId, Set<String>> arms(List<UpstreamArm> arms) {
    Map<NodeId, Set<String>> byBranch = new HashMap<>();
    for (UpstreamArm arm : arms) {
      byBranch
          .computeIfAbsent(new NodeId(arm.getNodeId()), _ -> new HashSet<>())
          .add(arm.getOutput());
    }
    return byBranch;
  }
}
