package io.weirworks.scheduler.instance.adapter;

import io.weirworks.contract.scheduler.NodeInstanceCancelled;
import io.weirworks.contract.scheduler.NodeInstanceCreated;
import io.weirworks.contract.scheduler.NodeInstanceDispatched;
import io.weirworks.contract.scheduler.NodeInstanceFailed;
import io.weirworks.contract.scheduler.NodeInstanceRerunScheduled;
import io.weirworks.contract.scheduler.NodeInstanceStarted;
import io.weirworks.contract.scheduler.NodeInstanceSucceeded;
import io.weirworks.scheduler.identity.RunId;
import io.weirworks.scheduler.instance.NodeInstanceEvent;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Events of a node instance as the contract has them.
 *
 * @param row after the event
 */
record NodeInstanceEvents(NodeInstanceRow row) {

  static SpecificRecord of(NodeInstanceRow row, NodeInstanceChange change) {
    NodeInstanceEvents events = new NodeInstanceEvents(row);
    return switch (change) {
      case NodeInstanceChange.Created(var _, var _, List<String> blockedBy) ->
          events.created(blockedBy.size());
      case NodeInstanceChange.Happened(NodeInstanceEvent.Told event, var _) -> events.told(event);
      case NodeInstanceChange.Happened(NodeInstanceEvent.Untold event, var _) ->
          throw new IllegalArgumentException(event + " is not told");
    };
  }

  private SpecificRecord told(NodeInstanceEvent.Told event) {
    return switch (event) {
      case NodeInstanceEvent.NodeInstanceCreated _ ->
          throw new IllegalArgumentException("a creation has its own change");
      case NodeInstanceEvent.NodeInstanceDispatched it -> dispatched(it);
      case NodeInstanceEvent.NodeInstanceStarted it -> started(it);
      case NodeInstanceEvent.NodeInstanceRerunScheduled it -> rerunScheduled(it);
      case NodeInstanceEvent.NodeInstanceSucceeded it -> succeeded(it);
      case NodeInstanceEvent.NodeInstanceFailed it -> failed(it);
      case NodeInstanceEvent.NodeInstanceCancelled it -> cancelled(it);
    };
  }

  private String id() {
    return row.instance().id().value().toString();
  }

  private String workflowInstance() {
    return row.instance().workflowInstanceId().value().toString();
  }

  private @Nullable String run(int attempt) {
    return attempt == 0 ? null : RunId.of(row.instance().id(), attempt).value().toString();
  }

  private NodeInstanceCreated created(int upstreams) {
    NodeProfile profile = row.profile();
    return NodeInstanceCreated.newBuilder()
        .setNodeInstanceId(id())
        .setWorkflowInstanceId(workflowInstance())
        .setNodeId(row.instance().nodeId().value())
        .setNode(profile.node())
        .setCommand(profile.command())
        .setWorkspace(profile.names().workspace())
        .setWorkflow(profile.names().workflow())
        .setBizdate(profile.bizdate())
        .setScheduledTime(profile.scheduledTime())
        .setDryRun(profile.dryRun())
        .setUpstreams(upstreams)
        .build();
  }

  private NodeInstanceDispatched dispatched(NodeInstanceEvent.NodeInstanceDispatched event) {
    return NodeInstanceDispatched.newBuilder()
        .setNodeInstanceId(id())
        .setWorkflowInstanceId(workflowInstance())
        .setAttempt(event.attempt())
        .setRunId(run(event.attempt()))
        .setParameters(NodeInstanceStates.named(event.parameters()))
        .setPositionalParameters(NodeInstanceStates.positional(event.parameters()))
        .build();
  }

  private NodeInstanceStarted started(NodeInstanceEvent.NodeInstanceStarted event) {
    return NodeInstanceStarted.newBuilder()
        .setNodeInstanceId(id())
        .setWorkflowInstanceId(workflowInstance())
        .setAttempt(event.attempt())
        .setRunId(run(event.attempt()))
        .setStartedAt(event.startedAt())
        .build();
  }

  private NodeInstanceRerunScheduled rerunScheduled(
      NodeInstanceEvent.NodeInstanceRerunScheduled event) {
    return NodeInstanceRerunScheduled.newBuilder()
        .setNodeInstanceId(id())
        .setWorkflowInstanceId(workflowInstance())
        .setAttempt(event.attempt())
        .setRunId(run(event.attempt()))
        .setCode(event.code())
        .setMessage(event.message())
        .setRerunAt(event.rerunAt())
        .build();
  }

  private NodeInstanceSucceeded succeeded(NodeInstanceEvent.NodeInstanceSucceeded event) {
    NodeProfile profile = row.profile();
    return NodeInstanceSucceeded.newBuilder()
        .setNodeInstanceId(id())
        .setWorkflowInstanceId(workflowInstance())
        .setWorkspace(profile.names().workspace())
        .setWorkflow(profile.names().workflow())
        .setNode(profile.node())
        .setBizdate(profile.bizdate())
        .setAttempt(event.attempt())
        .setRunId(run(event.attempt()))
        .setDryRun(event.dryRun())
        .setStartedAt(event.startedAt())
        .setEndedAt(event.endedAt())
        .build();
  }

  private NodeInstanceFailed failed(NodeInstanceEvent.NodeInstanceFailed event) {
    NodeProfile profile = row.profile();
    return NodeInstanceFailed.newBuilder()
        .setNodeInstanceId(id())
        .setWorkflowInstanceId(workflowInstance())
        .setWorkspace(profile.names().workspace())
        .setWorkflow(profile.names().workflow())
        .setNode(profile.node())
        .setBizdate(profile.bizdate())
        .setAttempt(event.attempt())
        .setRunId(run(event.attempt()))
        .setCode(event.code())
        .setMessage(event.message())
        .setExitCode(event.exitCode())
        .setStartedAt(event.startedAt())
        .setEndedAt(event.endedAt())
        .build();
  }

  private NodeInstanceCancelled cancelled(NodeInstanceEvent.NodeInstanceCancelled event) {
    NodeProfile profile = row.profile();
    return NodeInstanceCancelled.newBuilder()
        .setNodeInstanceId(id())
        .setWorkflowInstanceId(workflowInstance())
        .setWorkspace(profile.names().workspace())
        .setWorkflow(profile.names().workflow())
        .setNode(profile.node())
        .setBizdate(profile.bizdate())
        .setAttempt(event.attempt())
        .setRunId(run(event.attempt()))
        .setReason(event.reason())
        .setStartedAt(event.startedAt())
        .setEndedAt(event.endedAt())
        .build();
  }
}
