package io.weirworks.registry.workflow.adapter;

import io.weirworks.contract.Parameter;
import io.weirworks.contract.ParameterType;
import io.weirworks.contract.registry.InstanceMode;
import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.registry.Recurrence;
import io.weirworks.contract.registry.RerunMode;
import io.weirworks.registry.workflow.NamedParameter;
import io.weirworks.registry.workflow.NodeParameters;
import io.weirworks.registry.workflow.NodeScript;
import io.weirworks.registry.workflow.ParameterValue;
import io.weirworks.registry.workflow.RunPolicy;
import io.weirworks.registry.workflow.RunTarget;
import java.util.List;

/** Nodes and parameters in the contract's records. Enumerations have the same names. */
final class NodeRecords {

  private NodeRecords() {}

  static NodeDefinition of(io.weirworks.registry.workflow.NodeDefinition node) {
    NodeDefinition.Builder record =
        NodeDefinition.newBuilder()
            .setId(node.id())
            .setName(node.name())
            .setDescription(node.description())
            .setOwner(node.owner())
            .setUpstreams(node.upstreams())
            .setOutputs(node.outputs())
            .setOutputParameters(node.outputParameters())
            .setRecurrence(Recurrence.valueOf(node.recurrence().name()))
            .setTrigger(node.timetable() == null ? null : TriggerRecords.of(node.timetable()));
    putScript(record, node.script());
    putPolicy(record, node.policy());
    putTarget(record, node.target());
    SteeringRecords.put(record, node.steering());
    return record.build();
  }

  private static void putScript(NodeDefinition.Builder record, NodeScript script) {
    record
        .setCommand(script.type().name())
        .setLanguage(script.language())
        .setScript(script.content())
        .setSparkConf(script.sparkConf())
        .setEmrJobConfig(script.emrJobConfig());
    switch (script.parameters()) {
      case NodeParameters.Named(List<NamedParameter> parameters) ->
          record.setParameters(parameters.stream().map(NodeRecords::of).toList());
      case NodeParameters.Positional(List<String> expressions) ->
          record.setPositionalParameters(expressions);
    }
  }

  private static void putPolicy(NodeDefinition.Builder record, RunPolicy policy) {
    record
        .setPriority(policy.priority())
        .setTimeoutSeconds(Math.toIntExact(policy.timeout().toSeconds()))
        .setInstanceMode(InstanceMode.valueOf(policy.instanceMode().name()))
        .setRerunMode(RerunMode.valueOf(policy.rerunMode().name()))
        .setRerunTimes(policy.rerunTimes())
        .setRerunIntervalMs(Math.toIntExact(policy.rerunInterval().toMillis()));
  }

  private static void putTarget(NodeDefinition.Builder record, RunTarget target) {
    record
        .setComputingResource(target.computingResource())
        .setResourceGroup(target.resourceGroup())
        .setComputeUnitsMilli(target.computeUnitsMilli());
  }

  static Parameter of(NamedParameter parameter) {
    return switch (parameter.value()) {
      case ParameterValue.Expression(String text) ->
          parameter(parameter.name(), ParameterType.SYSTEM, text);
      case ParameterValue.Constant(String text) ->
          parameter(parameter.name(), ParameterType.CONSTANT, text);
    };
  }

  private static Parameter parameter(String name, ParameterType type, String value) {
    return Parameter.newBuilder().setName(name).setType(type).setValue(value).build();
  }
}
