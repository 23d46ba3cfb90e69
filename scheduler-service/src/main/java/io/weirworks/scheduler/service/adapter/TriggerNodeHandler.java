package io.weirworks.scheduler.service.adapter;

import static io.weirworks.scheduler.instance.adapter.NodeInstanceKind.NODE_INSTANCE;

import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.scheduler.TriggerNode;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.adapter.CommandCheck;
import io.weirworks.scheduler.controlflow.Control;
import io.weirworks.scheduler.controlflow.adapter.SignalKind;
import io.weirworks.scheduler.controlflow.adapter.SignalRow;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.SignalId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.NodeInstanceCommand;
import io.weirworks.scheduler.instance.NodeState;
import io.weirworks.scheduler.instance.adapter.NodeInstanceRow;
import io.weirworks.scheduler.workflow.NodeWork;
import io.weirworks.scheduler.workflow.Part;
import io.weirworks.scheduler.workflow.WorkflowDefinition;
import io.weirworks.scheduler.workflow.adapter.Definitions;
import io.weirworks.scheduler.workflow.adapter.DeployedWorkflow;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand.ForNodeInstance;
import io.weirworks.scheduler.workflowinstance.adapter.WorkflowInstances;
import io.weirworks.schemas.CommandError;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a signal for an instance of an HTTP trigger node (dataworks-semantics 4.8). The instance
 * may not exist yet: its id is derived from workflow and scheduled time, and the signal is kept.
 */
@Singleton
public final class TriggerNodeHandler implements Handler<TriggerNode> {

  private final WorkflowInstances instances;
  private final Definitions definitions;

  public TriggerNodeHandler(WorkflowInstances instances, Definitions definitions) {
    this.instances = instances;
    this.definitions = definitions;
  }

  @Override
  public Class<TriggerNode> type() {
    return TriggerNode.class;
  }

  @Override
  public Optional<String> orderingKey(TriggerNode command, Envelope envelope, Work work) {
    return switch (definitions.inForce(work, command.getWorkspace(), command.getWorkflow())) {
      case Definitions.Lookup.Missing _ -> Optional.empty();
      case Definitions.Lookup.Found(DeployedWorkflow workflow) ->
          Optional.of(
              wrongBizdate(command).isPresent()
                  ? workflow.id().value()
                  : instance(command, workflow).value().toString());
    };
  }

  private static Optional<Rejection> wrongBizdate(TriggerNode command) {
    return Optional.ofNullable(command.getBizdate())
        .flatMap(bizdate -> CommandCheck.bizdate("bizdate", bizdate));
  }

  private static LocalDate bizdate(TriggerNode command, ZoneId zone) {
    String said = command.getBizdate();
    return said == null
        ? LocalDate.ofInstant(command.getScheduledTime(), zone).minusDays(1)
        : LocalDate.parse(said);
  }

  /** That of the node's own schedule, where it has one. */
  private static WorkflowInstanceId instance(TriggerNode command, DeployedWorkflow workflow) {
    Instant time = command.getScheduledTime();
    Optional<NodeId> alone =
        node(command, workflow)
            .filter(node -> node.getTrigger() != null)
            .map(node -> new NodeId(node.getId()));
    WorkflowDefinition definition = workflow.graph().definition();
    if (alone.isEmpty()) {
      return WorkflowInstanceId.scheduled(workflow.id(), bizdate(command, definition.zone()), time);
    }
    ZoneId zone = definition.part(new Part.Single(alone.get())).zone();
    return WorkflowInstanceId.scheduled(workflow.id(), alone.get(), bizdate(command, zone), time);
  }

  private static Optional<NodeDefinition> node(TriggerNode command, DeployedWorkflow workflow) {
    return workflow.nodes().stream()
        .filter(each -> each.getName().equals(command.getNode()))
        .findFirst();
  }

  @Override
  public Decision decide(TriggerNode command, Asked asked, Work work) {
    Optional<Rejection> wrong = wrongBizdate(command);
    if (wrong.isPresent()) {
      return Decision.refused(wrong.get());
    }
    return switch (definitions.inForce(work, command.getWorkspace(), command.getWorkflow())) {
      case Definitions.Lookup.Missing(Rejection rejection) -> Decision.refused(rejection);
      case Definitions.Lookup.Found(DeployedWorkflow workflow) ->
          decide(command, workflow, asked, work);
    };
  }

  private Decision decide(TriggerNode command, DeployedWorkflow workflow, Asked asked, Work work) {
    Optional<NodeDefinition> node = node(command, workflow);
    if (node.isEmpty()) {
      return refused(CommandError.NOT_FOUND, "The workflow has no node of this name.", command);
    }
    NodeId id = new NodeId(node.get().getId());
    var core = workflow.graph().node(workflow.graph().index(id));
    if (core.work() == NodeWork.FROZEN) {
      return refused(
          CommandError.OPERATION_DENIED, "The node is frozen; nothing can trigger it.", command);
    }
    return core.steering().control() instanceof Control.AwaitSignal
        ? receive(
            command, NodeInstanceId.of(instance(command, workflow), id), workflow, asked, work)
        : refused(
            CommandError.INVALID_PARAMETER,
            "The node is of type %s; only a SCHEDULER_TRIGGER waits for a signal."
                .formatted(node.get().getCommand()),
            command);
  }

  private Decision receive(
      TriggerNode command, NodeInstanceId node, DeployedWorkflow workflow, Asked asked, Work work) {
    Optional<NodeState> state =
        work.find(NODE_INSTANCE, node.value().toString())
            .map(NodeInstanceRow::instance)
            .map(instance -> instance.state());
    if (state.filter(NodeState.Ended.class::isInstance).isPresent()) {
      return refused(
          CommandError.OPERATION_DENIED,
          "The instance has ended as %s; it cannot be triggered again."
              .formatted(state.get().status()),
          command);
    }
    WorkflowInstanceId flow = instance(command, workflow);
    SignalId signal = SignalId.of(node);
    List<Effect> effects = new ArrayList<>();
    effects.add(
        new Effect.Tell<>(
            SignalKind.ref(signal),
            new SignalRow(
                signal,
                node,
                flow,
                command.getWorkspace(),
                command.getWorkflow(),
                command.getNode(),
                command.getScheduledTime(),
                asked.now())));
    if (state.filter(NodeState.WaitSignal.class::isInstance).isEmpty()) {
      return Decision.accepted(SignalKind.ref(signal), effects);
    }
    var receive = new ForNodeInstance(node, new NodeInstanceCommand.ReceiveSignal());
    return switch (instances.decide(flow, receive, asked, work)) {
      case Decision.Refused refusal -> refusal;
      case Decision.Accepted(var _, List<Effect> released, var rest) -> {
        effects.addAll(released);
        yield new Decision.Accepted(SignalKind.ref(signal), effects, rest);
      }
    };
  }

  private static Decision refused(CommandError code, String message, TriggerNode command) {
    return Decision.refused(CommandCheck.rejection(code, message, "node", command.getNode()));
  }
}
