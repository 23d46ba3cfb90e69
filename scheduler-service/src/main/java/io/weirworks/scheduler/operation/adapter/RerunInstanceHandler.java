package io.weirworks.scheduler.operation.adapter;

import static io.weirworks.scheduler.instance.adapter.NodeInstanceKind.NODE_INSTANCE;
import static java.util.stream.Collectors.toSet;

import io.weirworks.contract.scheduler.RerunDownstream;
import io.weirworks.contract.scheduler.RerunInstance;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.adapter.CommandCheck;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.workflow.adapter.DeployedWorkflow;
import io.weirworks.scheduler.workflowinstance.Downstream;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand.RerunNodeInstance;
import io.weirworks.scheduler.workflowinstance.adapter.WorkflowInstances;
import io.weirworks.schemas.CommandError;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Runs a node instance again, and of its downstream what is asked for. */
record RerunInstanceHandler(WorkflowInstances instances) implements Handler<RerunInstance> {

  @Override
  public Class<RerunInstance> type() {
    return RerunInstance.class;
  }

  @Override
  public Optional<String> orderingKey(RerunInstance command, Envelope envelope, Work work) {
    return work.orderingKey(NODE_INSTANCE, command.getInstanceId());
  }

  @Override
  public Decision decide(RerunInstance command, Asked asked, Work work) {
    NodeInstanceId node = new NodeInstanceId(UUID.fromString(command.getInstanceId()));
    WorkflowInstanceId flow =
        WorkflowInstances.workflowInstanceOf(node, work)
            .orElseThrow(() -> new IllegalStateException("a key of no instance"));
    DeployedWorkflow workflow =
        instances
            .workflowOf(flow, work)
            .orElseThrow(
                () -> new IllegalStateException("a node instance of no workflow instance"));
    return CommandCheck.text("comment", command.getComment())
        .or(() -> wrongDownstream(command))
        .or(() -> unknownNode(command, workflow))
        .map(Decision::refused)
        .orElseGet(
            () ->
                instances.decide(
                    flow,
                    new RerunNodeInstance(
                        node,
                        Downstream.valueOf(command.getDownstream().name()),
                        chosen(command, workflow),
                        command.getComment()),
                    asked,
                    work));
  }

  private static Optional<Rejection> wrongDownstream(RerunInstance command) {
    if (command.getDownstream() == RerunDownstream.UNKNOWN) {
      return Optional.of(
          CommandCheck.rejection(
              CommandError.UNKNOWN_VALUE,
              "downstream is NONE, ALL, FAILED or CHOSEN.",
              "downstream",
              command.getDownstream().name()));
    }
    boolean chooses = command.getDownstream() == RerunDownstream.CHOSEN;
    return chooses == command.getNodes().isEmpty()
        ? Optional.of(
            CommandCheck.rejection(
                CommandError.INVALID_PARAMETER,
                "nodes goes with downstream CHOSEN, and CHOSEN with nodes.",
                "nodes",
                command.getNodes().toString()))
        : Optional.empty();
  }

  private static Optional<Rejection> unknownNode(RerunInstance command, DeployedWorkflow workflow) {
    return command.getNodes().stream()
        .filter(node -> named(workflow, node).isEmpty())
        .findFirst()
        .map(
            node ->
                CommandCheck.rejection(
                    CommandError.NOT_FOUND,
                    "The workflow instance's version of the workflow has no node of this id or name.",
                    "nodes",
                    node));
  }

  private static Set<NodeId> chosen(RerunInstance command, DeployedWorkflow workflow) {
    return command.getNodes().stream()
        .flatMap(node -> named(workflow, node).stream())
        .collect(toSet());
  }

  private static Optional<NodeId> named(DeployedWorkflow workflow, String idOrName) {
    return workflow.state().getDefinition().getNodes().stream()
        .filter(node -> node.getId().equals(idOrName) || node.getName().equals(idOrName))
        .map(node -> new NodeId(node.getId()))
        .findFirst();
  }
}
