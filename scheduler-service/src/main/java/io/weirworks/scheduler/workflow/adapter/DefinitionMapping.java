package io.weirworks.scheduler.workflow.adapter;

import io.weirworks.contract.Parameter;
import io.weirworks.contract.registry.Recurrence;
import io.weirworks.contract.registry.Trigger;
import io.weirworks.scheduler.adapter.CommandCheck;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.parameter.ParameterAssignment;
import io.weirworks.scheduler.parameter.ParameterDefinitions;
import io.weirworks.scheduler.parameter.ParameterExpression;
import io.weirworks.scheduler.parameter.Result;
import io.weirworks.scheduler.recurrence.CronExpression;
import io.weirworks.scheduler.recurrence.InvalidCronException;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.NodeWork;
import io.weirworks.scheduler.workflow.RerunMode;
import io.weirworks.scheduler.workflow.RerunPolicy;
import io.weirworks.scheduler.workflow.WorkflowDefinition;
import io.weirworks.schemas.DefinitionError;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Definitions of the contract as the core sees them; registry-service has checked them. */
final class DefinitionMapping {

  private static final Set<String> ZERO_LOADS =
      Set.of(
          "VIRTUAL",
          "CONTROLLER_CYCLE_START",
          "CONTROLLER_TRAVERSE_START",
          "CONTROLLER_TRAVERSE_END");
  private static final String SHELL = "DIDE_SHELL";

  private DefinitionMapping() {}

  /**
   * @throws UnusableDefinitionException where a parameter cannot be evaluated here
   */
  static WorkflowDefinition workflow(io.weirworks.contract.registry.WorkflowDefinition definition)
      throws UnusableDefinitionException {
    List<NodeDefinition> nodes = new ArrayList<>();
    for (var node : definition.getNodes()) {
      nodes.add(node(node, definition));
    }
    return new WorkflowDefinition(
        new WorkflowId(definition.getWorkflowId()),
        definition.getVersion(),
        ZoneId.of(definition.getTimeZone()),
        timeOfDay(definition),
        assignments(definition.getParameters(), definition.getName()),
        nodes,
        TimetableMapping.common(definition));
  }

  private static LocalTime timeOfDay(io.weirworks.contract.registry.WorkflowDefinition definition)
      throws UnusableDefinitionException {
    Trigger trigger = definition.getTrigger();
    if (trigger == null || trigger.getCron() == null) {
      return LocalTime.MIDNIGHT;
    }
    try {
      return CronExpression.parse(trigger.getCron()).times().getFirst();
    } catch (InvalidCronException e) {
      throw new UnusableDefinitionException(
          CommandCheck.rejection(
              DefinitionError.INVALID_CRON,
              "Trigger of %s: %s".formatted(definition.getName(), e.fault().sentence()),
              "workflow",
              trigger.getCron()));
    }
  }

  private static NodeDefinition node(
      io.weirworks.contract.registry.NodeDefinition node,
      io.weirworks.contract.registry.WorkflowDefinition workflow)
      throws UnusableDefinitionException {
    Trigger ruling = node.getTrigger() == null ? workflow.getTrigger() : node.getTrigger();
    return new NodeDefinition(
        new NodeId(node.getId()),
        work(node, ruling),
        new RerunPolicy(
            rerunMode(node), node.getRerunTimes(), Duration.ofMillis(node.getRerunIntervalMs())),
        Duration.ofSeconds(node.getTimeoutSeconds()),
        parameters(node),
        node.getUpstreams().stream().map(NodeId::new).toList(),
        node.getScript(),
        SteeringMapping.steering(node),
        DependencyMapping.of(workflow, node),
        TimetableMapping.own(workflow, node));
  }

  /** What the trigger says of all its instances goes for a node that says nothing. */
  private static NodeWork work(
      io.weirworks.contract.registry.NodeDefinition node, @Nullable Trigger trigger) {
    Recurrence recurrence =
        node.getRecurrence() == Recurrence.NORMAL && trigger != null
            ? trigger.getRecurrence()
            : node.getRecurrence();
    return switch (recurrence) {
      case PAUSE -> NodeWork.FROZEN;
      case SKIP -> NodeWork.DRY_RUN;
      case NORMAL, UNKNOWN -> own(node);
    };
  }

  private static NodeWork own(io.weirworks.contract.registry.NodeDefinition node) {
    if (SteeringMapping.isControl(node)) {
      return NodeWork.CONTROL;
    }
    return ZERO_LOADS.contains(node.getCommand()) ? NodeWork.ZERO_LOAD : NodeWork.RUN;
  }

  private static RerunMode rerunMode(io.weirworks.contract.registry.NodeDefinition node) {
    return switch (node.getRerunMode()) {
      case ALLOWED -> RerunMode.ALLOWED;
      case FAILURE_ALLOWED -> RerunMode.FAILURE_ALLOWED;
      case DENIED, UNKNOWN -> RerunMode.DENIED;
    };
  }

  /** A common Shell node reads expressions by position, any other node by name (2.7). */
  private static ParameterDefinitions parameters(io.weirworks.contract.registry.NodeDefinition node)
      throws UnusableDefinitionException {
    if (!node.getCommand().equals(SHELL)) {
      return new ParameterDefinitions.Named(assignments(node.getParameters(), node.getName()));
    }
    return new ParameterDefinitions.Positional(
        usable(
            Result.each(node.getPositionalParameters(), ParameterExpression::parse),
            node.getName()));
  }

  /** One that passes its value through from the workflow is the workflow's own of that name. */
  private static List<ParameterAssignment> assignments(List<Parameter> parameters, String owner)
      throws UnusableDefinitionException {
    List<ParameterAssignment> assignments = new ArrayList<>();
    for (Parameter parameter : parameters) {
      switch (parameter.getType()) {
        case CONSTANT ->
            assignments.add(
                new ParameterAssignment(
                    parameter.getName(), ParameterExpression.constant(parameter.getValue())));
        case SYSTEM ->
            assignments.add(
                usable(ParameterAssignment.of(parameter.getName(), parameter.getValue()), owner));
        // Values of other nodes are bound, see SteeringMapping.
        case PASS_THROUGH, NODE_OUTPUT -> {}
        case UNKNOWN -> throw notSupported(parameter, owner);
      }
    }
    return assignments;
  }

  private static <T> T usable(Result<T> result, String owner) throws UnusableDefinitionException {
    return switch (result) {
      case Result.Value<T>(T value) -> value;
      case Result.Refused<T>(var error) ->
          throw new UnusableDefinitionException(
              CommandCheck.rejection(
                  DefinitionError.INVALID_EXPRESSION,
                  "Parameter of %s: %s %s".formatted(owner, error.message(), error.hint()),
                  "workflow",
                  error.expression()));
    };
  }

  private static UnusableDefinitionException notSupported(Parameter parameter, String owner) {
    return new UnusableDefinitionException(
        CommandCheck.rejection(
            DefinitionError.FEATURE_NOT_SUPPORTED_YET,
            "Parameter %s of %s: values of type %s are not supported yet."
                .formatted(parameter.getName(), owner, parameter.getType()),
            "workflow",
            parameter.getName()));
  }
}
