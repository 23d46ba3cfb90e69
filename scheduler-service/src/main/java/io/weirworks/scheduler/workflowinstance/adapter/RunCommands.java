package io.weirworks.scheduler.workflowinstance.adapter;

import io.weirworks.contract.Sender;
import io.weirworks.contract.executor.RunNode;
import io.weirworks.contract.executor.StopRun;
import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.registry.RerunMode;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.scheduler.controlflow.Fault;
import io.weirworks.scheduler.controlflow.Verdict;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.instance.adapter.NodeInstanceKind;
import io.weirworks.scheduler.parameter.ParameterValues;
import io.weirworks.scheduler.workflow.adapter.DeployedWorkflow;
import io.weirworks.scheduler.workflowinstance.Effect;
import io.weirworks.scheduler.workflowinstance.WorkflowInstancePlan;
import io.weirworks.schemas.Service;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.apache.avro.specific.SpecificRecord;

/**
 * Commands to executor-service, keyed by the workflow instance. RunNode carries all that it was
 * decided on, so it names nothing that the executor must have read before. RunNode and StopRun may
 * carry the same sequence of their sender: the executor compares it among stops only.
 */
record RunCommands(
    DeployedWorkflow workflow, WorkflowInstancePlan plan, NodePriorities priorities) {

  io.weirworks.messaging.Effect run(Effect.DispatchRun dispatch) {
    return ask(dispatch.nodeInstance(), sequence -> runNode(dispatch, sequence));
  }

  io.weirworks.messaging.Effect stop(Effect.StopRun stop) {
    return ask(
        stop.nodeInstance(),
        sequence ->
            StopRun.newBuilder()
                .setRunId(stop.run().value().toString())
                .setWorkflowInstanceId(plan.id().value().toString())
                .setSender(sender(stop.nodeInstance(), sequence))
                .setReason(stop.reason())
                .build());
  }

  private io.weirworks.messaging.Effect ask(
      NodeInstanceId node, LongFunction<SpecificRecord> command) {
    SubjectRef<?, ?> sender = NodeInstanceKind.ref(node);
    return new io.weirworks.messaging.Effect.Ask(
        Service.EXECUTOR, plan.id().value().toString(), sender, command, List.of());
  }

  private static Sender sender(NodeInstanceId node, long sequence) {
    return new Sender(node.value().toString(), sequence);
  }

  private RunNode runNode(Effect.DispatchRun dispatch, long sequence) {
    NodeDefinition node = workflow.node(dispatch.node());
    RunNode.Builder command =
        RunNode.newBuilder()
            .setRunId(dispatch.run().value().toString())
            .setAttempt(dispatch.attempt())
            .setNodeInstanceId(dispatch.nodeInstance().value().toString())
            .setWorkflowInstanceId(plan.id().value().toString())
            .setSender(sender(dispatch.nodeInstance(), sequence))
            .setWorkspaceId(workflow.names().workspaceId())
            .setWorkspace(workflow.names().workspace())
            .setWorkflowId(plan.workflow().value())
            .setWorkflow(workflow.names().workflow())
            .setBizdate(plan.bizdate().toString())
            .setScheduledTime(plan.scheduledTime())
            .setPriority(priorities.dispatched(dispatch.nodeInstance(), node));
    definition(command, node);
    Integer priority = dispatch.priority();
    if (priority != null) {
      command.setPriority(priority);
    }
    code(command, node, dispatch);
    return command.build();
  }

  private static void definition(RunNode.Builder command, NodeDefinition node) {
    command
        .setNodeId(node.getId())
        .setNode(node.getName())
        .setCommand(node.getCommand())
        .setLanguage(node.getLanguage())
        .setEnvironment(node.getEnvironment())
        .setSparkConf(node.getSparkConf())
        .setEmrJobConfig(node.getEmrJobConfig())
        .setComputingResource(node.getComputingResource())
        .setResourceGroup(node.getResourceGroup())
        .setTimeoutSeconds(node.getTimeoutSeconds())
        .setComputeUnitsMilli(node.getComputeUnitsMilli())
        .setIdempotent(node.getRerunMode() != RerunMode.DENIED);
  }

  private static void code(
      RunNode.Builder command, NodeDefinition node, Effect.DispatchRun dispatch) {
    ParameterValues values = dispatch.parameters();
    command
        .setScript(script(node, dispatch))
        .setArguments(
            values instanceof ParameterValues.Positional(var byPlace) ? byPlace : List.of())
        .setParameters(values instanceof ParameterValues.Named(var byName) ? byName : Map.of());
  }

  /** The decision to dispatch has seen that every value is there. */
  private static String script(NodeDefinition node, Effect.DispatchRun dispatch) {
    return switch (dispatch.inputs().apply(node.getScript(), dispatch.parameters())) {
      case Verdict.Value<String>(String script) -> script;
      case Verdict.Faulty<String>(Fault fault) -> throw new IllegalStateException(fault.message());
    };
  }
}
