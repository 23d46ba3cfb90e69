package io.weirworks.registry.workflow;

import static io.weirworks.registry.decision.RejectionCode.DUPLICATE_PARAMETER;
import static io.weirworks.registry.decision.RejectionCode.INVALID_CONTROL_FLOW;
import static io.weirworks.registry.decision.RejectionCode.INVALID_PARAMETER;
import static io.weirworks.registry.decision.RejectionCode.MISSING_VALUE;

import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.flowspec.JsonPaths;
import io.weirworks.registry.flowspec.SpecInnerFlow;
import io.weirworks.registry.flowspec.SpecNode;
import io.weirworks.registry.flowspec.SpecNodeName;
import io.weirworks.registry.flowspec.SpecVariable;
import io.weirworks.registry.flowspec.VariableType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that a node reads from others (dataworks-semantics 1.6, 4.2, 4.3): only from direct
 * upstream nodes, and only what these hand on. A parameter node hands a value on to distant ones.
 */
record BindingCheck(
    NodeOutputs outputs,
    Map<String, Set<String>> upstreams,
    Map<String, NodeDefinition> nodes,
    Problems problems) {
  private static final String ARRAY = "loopDataArray";

  List<Steering.Input> inputs(SpecNode node, NodeDefinition definition, String path) {
    List<Steering.Input> inputs = new ArrayList<>();
    Set<String> names = new HashSet<>(ownNames(definition));
    for (PlacedVariable placed : variables(node, path)) {
      Steering.Input input = input(placed, definition);
      if (input != null && !names.add(input.name())) {
        problems.add(DUPLICATE_PARAMETER, placed.path(), input.name(), "each parameter name once");
      } else if (input != null) {
        inputs.add(input);
      }
    }
    boolean goesThrough = definition.script().type() == NodeType.CONTROLLER_TRAVERSE;
    if (goesThrough && inputs.stream().noneMatch(input -> input.name().equals(ARRAY))) {
      problems.add(
          MISSING_VALUE,
          path + ".inputs.variables",
          "",
          "the array to go through: a value of a direct upstream with inputName " + ARRAY);
    }
    return inputs;
  }

  private static List<String> ownNames(NodeDefinition definition) {
    return definition.script().parameters() instanceof NodeParameters.Named(var parameters)
        ? parameters.stream().map(NamedParameter::name).toList()
        : List.of();
  }

  private static List<PlacedVariable> variables(SpecNode node, String path) {
    List<PlacedVariable> variables =
        new ArrayList<>(PlacedVariable.all(node.inputs().variables(), path + ".inputs.variables"));
    SpecInnerFlow hub = node.controllers().paramHub();
    if (hub != null) {
      PlacedVariable.all(hub.variables(), JsonPaths.child(path, "param-hub") + ".variables")
          .stream()
          .filter(placed -> placed.variable().type() == VariableType.PASS_THROUGH)
          .forEach(variables::add);
    }
    SpecInnerFlow forEach = node.controllers().forEach();
    if (forEach != null && forEach.array() != null && node.inputs().variables().isEmpty()) {
      variables.add(
          new PlacedVariable(forEach.array(), JsonPaths.child(path, "for-each") + ".array"));
    }
    return variables;
  }

  private Steering.@Nullable Input input(PlacedVariable placed, NodeDefinition definition) {
    SpecVariable variable = placed.variable();
    SpecVariable source =
        variable.referenceVariable() == null ? variable : variable.referenceVariable();
    String name =
        placed.path().endsWith(".array")
            ? ARRAY
            : Objects.requireNonNullElse(
                variable.inputName(), Objects.requireNonNullElse(variable.name(), ""));
    String output = Objects.requireNonNullElse(source.name(), "");
    String producer = producer(source.node());
    if (!Names.isParameterName(name)) {
      problems.add(INVALID_PARAMETER, placed.path() + ".name", name, Names.PARAMETER_RULE);
      return null;
    }
    if (producer == null || !upstreams.getOrDefault(definition.id(), Set.of()).contains(producer)) {
      problems.add(
          INVALID_CONTROL_FLOW,
          placed.path() + ".node",
          shown(source.node()),
          "a direct upstream of the node; a PARAM_HUB between hands a value on to distant nodes");
      return null;
    }
    NodeDefinition upstream = nodes.get(producer);
    if (upstream != null && !upstream.outputParameters().contains(output)) {
      problems.add(
          INVALID_CONTROL_FLOW,
          placed.path() + ".name",
          output,
          "a value that node '%s' hands on: %s".formatted(producer, upstream.outputParameters()));
      return null;
    }
    return new Steering.Input(name, producer, output);
  }

  private @Nullable String producer(@Nullable SpecNodeName node) {
    if (node == null) {
      return null;
    }
    if (node.output() != null) {
      return outputs.owner(node.output());
    }
    return node.nodeId() != null ? node.nodeId() : byName(node.name());
  }

  private @Nullable String byName(@Nullable String name) {
    return nodes.values().stream()
        .filter(node -> node.name().equals(name))
        .map(NodeDefinition::id)
        .findFirst()
        .orElse(null);
  }

  private static String shown(@Nullable SpecNodeName node) {
    if (node == null) {
      return "";
    }
    String output = node.output() == null ? node.nodeId() : node.output();
    return output == null ? Objects.requireNonNullElse(node.name(), "") : output;
  }
}
