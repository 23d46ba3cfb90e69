package io.weirworks.scheduler.instance.adapter;

import io.weirworks.contract.scheduler.NodeInstanceDependencyRemoved;
import io.weirworks.contract.scheduler.NodeInstanceForceStarted;
import io.weirworks.contract.scheduler.NodeInstanceFrozen;
import io.weirworks.contract.scheduler.NodeInstancePriorityChanged;
import io.weirworks.contract.scheduler.NodeInstanceReset;
import io.weirworks.contract.scheduler.NodeInstanceSetSuccess;
import io.weirworks.contract.scheduler.NodeInstanceState;
import io.weirworks.contract.scheduler.NodeInstanceUnfrozen;
import io.weirworks.contract.scheduler.WaitOwner;
import io.weirworks.scheduler.instance.Interventions;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.OperatorEvent;
import io.weirworks.scheduler.instance.Wait;
import org.apache.avro.specific.SpecificRecord;

/** What operators did, as the contract has it; rows are those after the event. */
final class InterventionRecords {

  private InterventionRecords() {}

  /** The part of the state record. */
  static void show(NodeInstanceState.Builder record, NodeInstanceRow row) {
    Interventions interventions = row.instance().interventions();
    Wait wait = row.progress().waiting();
    record
        .setWaitOwner(wait == null ? null : WaitOwner.valueOf(wait.owner().name()))
        .setFrozen(interventions.frozen())
        .setAttemptsBefore(interventions.attemptsBefore())
        .setDryRun(row.profile().dryRun() || row.progress().setSuccess());
    Integer priority = interventions.priority();
    if (priority != null) {
      record.setPriority(priority);
    }
  }

  static SpecificRecord of(NodeInstanceRow row, OperatorEvent event) {
    String id = row.instance().id().value().toString();
    String flow = row.instance().workflowInstanceId().value().toString();
    return switch (event) {
      case OperatorEvent.NodeInstanceReset it -> reset(row, it);
      case OperatorEvent.NodeInstanceSetSuccess it -> setSuccess(row, it);
      case OperatorEvent.NodeInstanceFrozen(String comment) ->
          new NodeInstanceFrozen(id, flow, comment);
      case OperatorEvent.NodeInstanceUnfrozen(String comment) ->
          new NodeInstanceUnfrozen(id, flow, comment);
      case OperatorEvent.NodeInstancePriorityChanged(int priority, String comment) ->
          new NodeInstancePriorityChanged(id, flow, priority, comment);
      case OperatorEvent.NodeInstanceDependencyRemoved it ->
          new NodeInstanceDependencyRemoved(
              id,
              flow,
              it.upstreams().stream()
                  .map(upstream -> row.instance().beside(upstream).value().toString())
                  .toList(),
              it.openUpstreams().size(),
              it.comment());
      case OperatorEvent.NodeInstanceDetached(var upstreams, var awaited, String comment) ->
          new NodeInstanceDependencyRemoved(
              id,
              flow,
              upstreams.stream().map(upstream -> upstream.value().toString()).toList(),
              awaited.open().size(),
              comment);
      case OperatorEvent.NodeInstanceForceStarted(String comment) ->
          new NodeInstanceForceStarted(id, flow, comment);
    };
  }

  private static NodeInstanceReset reset(
      NodeInstanceRow row, OperatorEvent.NodeInstanceReset event) {
    NodeInstance node = row.instance();
    NodeProfile profile = row.profile();
    return NodeInstanceReset.newBuilder()
        .setNodeInstanceId(node.id().value().toString())
        .setWorkflowInstanceId(node.workflowInstanceId().value().toString())
        .setWorkspace(profile.names().workspace())
        .setWorkflow(profile.names().workflow())
        .setNode(profile.node())
        .setBizdate(profile.bizdate())
        .setRerunOf(node.beside(event.rerunOf()).value().toString())
        .setAttempt(node.attempt())
        .setOpenUpstreams(event.openUpstreams().size())
        .setComment(event.comment())
        .build();
  }

  private static NodeInstanceSetSuccess setSuccess(
      NodeInstanceRow row, OperatorEvent.NodeInstanceSetSuccess event) {
    NodeInstance node = row.instance();
    NodeProfile profile = row.profile();
    return NodeInstanceSetSuccess.newBuilder()
        .setNodeInstanceId(node.id().value().toString())
        .setWorkflowInstanceId(node.workflowInstanceId().value().toString())
        .setWorkspace(profile.names().workspace())
        .setWorkflow(profile.names().workflow())
        .setNode(profile.node())
        .setBizdate(profile.bizdate())
        .setComment(event.comment())
        .setEndedAt(event.endedAt())
        .build();
  }
}
