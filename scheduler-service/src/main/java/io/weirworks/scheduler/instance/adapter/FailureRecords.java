package io.weirworks.scheduler.instance.adapter;

import io.weirworks.contract.scheduler.NodeInstanceRerunScheduled;
import io.weirworks.contract.scheduler.NodeRunFailed;
import io.weirworks.contract.scheduler.RetriesExhausted;
import io.weirworks.scheduler.identity.RunId;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.NodeInstanceEvent;

/** Events of failed runs as the contract has them; rows are those after the event. */
final class FailureRecords {

  private FailureRecords() {}

  static NodeInstanceRerunScheduled rerunScheduled(
      NodeInstanceRow row, NodeInstanceEvent.NodeInstanceRerunScheduled event) {
    NodeInstance node = row.instance();
    boolean hasRun = !NodeInstanceEvents.LOOPS.contains(row.profile().command());
    return NodeInstanceRerunScheduled.newBuilder()
        .setNodeInstanceId(node.id().value().toString())
        .setWorkflowInstanceId(node.workflowInstanceId().value().toString())
        .setAttempt(event.attempt())
        .setRunId(hasRun ? RunId.of(node.id(), event.attempt()).value().toString() : "")
        .setCode(event.code())
        .setMessage(event.message())
        .setRerunAt(event.rerunAt())
        .build();
  }

  static NodeRunFailed runFailed(NodeInstanceRow row, NodeInstanceEvent.NodeRunFailed event) {
    NodeInstance node = row.instance();
    NodeProfile profile = row.profile();
    return NodeRunFailed.newBuilder()
        .setNodeInstanceId(node.id().value().toString())
        .setWorkflowInstanceId(node.workflowInstanceId().value().toString())
        .setWorkspace(profile.names().workspace())
        .setWorkflow(profile.names().workflow())
        .setNode(profile.node())
        .setBizdate(profile.bizdate())
        .setAttempt(event.attempt())
        .setRunId(RunId.of(node.id(), event.attempt()).value().toString())
        .setCode(event.code())
        .setMessage(event.message())
        .setExitCode(event.exitCode())
        .build();
  }

  static RetriesExhausted retriesExhausted(
      NodeInstanceRow row, NodeInstanceEvent.RetriesExhausted event) {
    NodeInstance node = row.instance();
    NodeProfile profile = row.profile();
    return RetriesExhausted.newBuilder()
        .setNodeInstanceId(node.id().value().toString())
        .setWorkflowInstanceId(node.workflowInstanceId().value().toString())
        .setWorkspace(profile.names().workspace())
        .setWorkflow(profile.names().workflow())
        .setNode(profile.node())
        .setBizdate(profile.bizdate())
        .setAttempt(event.attempt())
        .setRuns(event.runs())
        .setCode(event.code())
        .setMessage(event.message())
        .build();
  }
}
