package io.weirworks.standalone.simulate;

import io.weirworks.contract.Parameter;
import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.registry.Recurrence;
import io.weirworks.contract.registry.Trigger;
import io.weirworks.contract.registry.WorkflowDefinition;
import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.generation.InstanceMode;
import io.weirworks.scheduler.generation.Timetable;
import io.weirworks.scheduler.parameter.ParameterAssignment;
import io.weirworks.scheduler.parameter.ParameterDefinitions;
import io.weirworks.scheduler.parameter.ParameterExpression;
import io.weirworks.scheduler.parameter.Result;
import io.weirworks.scheduler.simulation.RunResource;
import io.weirworks.scheduler.workflow.adapter.TimetableMapping;
import io.weirworks.standalone.StandaloneException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Definitions as registry-service tells them; it has checked them. */
final class Deployed {
  private static final String POSITIONAL = "DIDE_SHELL";

  private Deployed() {}

  static Definitions of(Collection<WorkflowDefinition> workflows) {
    DeployedDependencies dependencies = DeployedDependencies.among(workflows);
    List<DefinedNode> nodes = new ArrayList<>();
    Map<String, List<NodeKey>> outputs = new LinkedHashMap<>();
    for (WorkflowDefinition workflow : workflows) {
      for (NodeDefinition node : outsideOfLoops(workflow)) {
        NodeKey key = new NodeKey(workflow.getName(), node.getName());
        node.getOutputs().forEach(output -> outputs.putIfAbsent(output, List.of(key)));
        timetable(workflow, node)
            .map(
                timetable ->
                    new DefinedNode(
                        key,
                        timetable,
                        dependencies.of(workflow, node),
                        parameters(workflow, node),
                        resource(node)))
            .ifPresent(nodes::add);
      }
    }
    return new Definitions(nodes, outputs);
  }

  /** How often the nodes inside a loop run is known only when it does. */
  private static List<NodeDefinition> outsideOfLoops(WorkflowDefinition workflow) {
    return workflow.getNodes().stream().filter(node -> node.getLoopNodeId() == null).toList();
  }

  private static Optional<Timetable> timetable(WorkflowDefinition workflow, NodeDefinition node) {
    Trigger trigger = node.getTrigger() == null ? workflow.getTrigger() : node.getTrigger();
    Timetable timetable =
        node.getTrigger() == null
            ? TimetableMapping.common(workflow)
            : TimetableMapping.own(workflow, node);
    return trigger == null || timetable == null
        ? Optional.empty()
        : Optional.of(
            new Timetable(
                timetable.schedule(), recurrence(node, trigger), mode(node), timetable.missed()));
  }

  private static io.weirworks.scheduler.generation.Recurrence recurrence(
      NodeDefinition node, Trigger trigger) {
    Recurrence effective =
        node.getRecurrence() == Recurrence.NORMAL ? trigger.getRecurrence() : node.getRecurrence();
    return switch (effective) {
      case SKIP -> io.weirworks.scheduler.generation.Recurrence.SKIP;
      case PAUSE -> io.weirworks.scheduler.generation.Recurrence.PAUSE;
      case NORMAL, UNKNOWN -> io.weirworks.scheduler.generation.Recurrence.NORMAL;
    };
  }

  private static InstanceMode mode(NodeDefinition node) {
    return switch (node.getInstanceMode()) {
      case IMMEDIATELY -> InstanceMode.IMMEDIATELY;
      case T_PLUS_1, UNKNOWN -> InstanceMode.T_PLUS_1;
    };
  }

  private static ParameterDefinitions parameters(WorkflowDefinition workflow, NodeDefinition node) {
    if (node.getCommand().equals(POSITIONAL)) {
      return new ParameterDefinitions.Positional(
          node.getPositionalParameters().stream()
              .map(text -> usable(ParameterExpression.parse(text), node))
              .toList());
    }
    return new ParameterDefinitions.Named(named(node.getParameters(), node))
        .within(named(workflow.getParameters(), node));
  }

  /** What another node puts out while it runs has no value beforehand. */
  private static List<ParameterAssignment> named(List<Parameter> parameters, NodeDefinition node) {
    List<ParameterAssignment> assignments = new ArrayList<>();
    for (Parameter parameter : parameters) {
      switch (parameter.getType()) {
        case CONSTANT ->
            assignments.add(
                new ParameterAssignment(
                    parameter.getName(), ParameterExpression.constant(parameter.getValue())));
        case SYSTEM ->
            assignments.add(
                usable(ParameterAssignment.of(parameter.getName(), parameter.getValue()), node));
        case PASS_THROUGH, NODE_OUTPUT, UNKNOWN -> {}
      }
    }
    return assignments;
  }

  private static <T> T usable(Result<T> result, NodeDefinition node) {
    return switch (result) {
      case Result.Value<T>(T value) -> value;
      case Result.Refused<T>(var error) ->
          throw new StandaloneException(
              StandaloneException.Code.WRONG_EXPRESSION,
              "%s in '%s' of node %s: %s %s"
                  .formatted(
                      error.code().code(),
                      error.expression(),
                      node.getName(),
                      error.message(),
                      error.hint()));
    };
  }

  private static RunResource resource(NodeDefinition node) {
    Integer milli = node.getComputeUnitsMilli();
    return new RunResource(
        node.getComputingResource(),
        node.getResourceGroup(),
        milli == null ? null : BigDecimal.valueOf(milli, 3),
        !DraftResource.isInsideTheScheduler(node.getCommand()));
  }
}
