package io.weirworks.scheduler.instance.adapter;

import io.weirworks.contract.scheduler.NodeInstanceCancelled;
import io.weirworks.contract.scheduler.NodeInstanceCreated;
import io.weirworks.contract.scheduler.NodeInstanceDispatched;
import io.weirworks.contract.scheduler.NodeInstanceFailed;
import io.weirworks.contract.scheduler.NodeInstanceIsolated;
import io.weirworks.contract.scheduler.NodeInstanceLoopStarted;
import io.weirworks.contract.scheduler.NodeInstanceStarted;
import io.weirworks.contract.scheduler.NodeInstanceSucceeded;
import io.weirworks.scheduler.controlflow.Completion;
import io.weirworks.scheduler.identity.Iteration;
import io.weirworks.scheduler.identity.RunId;
import io.weirworks.scheduler.instance.NodeInstanceEvent;
import io.weirworks.scheduler.instance.OperatorEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Events of a node instance as the contract has them.
 *
 * @param row after the event
 */
record NodeInstanceEvents(NodeInstanceRow row) {

  /** Of a value that is handed on. */
  private static final int SHOWN_CHARACTERS = 1_000;

  /** Node types whose attempts are no runs. */
  static final Set<String> LOOPS = Set.of("CONTROLLER_CYCLE", "CONTROLLER_TRAVERSE");

  static SpecificRecord of(NodeInstanceRow row, NodeInstanceChange change) {
    NodeInstanceEvents events = new NodeInstanceEvents(row);
    return switch (change) {
      case NodeInstanceChange.Created(var _, var _, List<String> blockedBy, var _) ->
          events.created(blockedBy.size());
      case NodeInstanceChange.Happened(NodeInstanceEvent.Told event, var _) -> events.told(event);
      case NodeInstanceChange.Happened(NodeInstanceEvent.Untold event, var _) ->
          throw new IllegalArgumentException(event + " is not told");
      case NodeInstanceChange.AwaitedBy _ ->
          throw new IllegalArgumentException(change + " is not told");
    };
  }

  private SpecificRecord told(NodeInstanceEvent.Told event) {
    return switch (event) {
      case NodeInstanceEvent.NodeInstanceCreated _ ->
          throw new IllegalArgumentException("a creation has its own change");
      case NodeInstanceEvent.NodeInstanceDispatched it -> dispatched(it);
      case NodeInstanceEvent.NodeInstanceStarted it -> started(it);
      case NodeInstanceEvent.LoopStarted it -> loopStarted(it);
      case NodeInstanceEvent.NodeInstanceRerunScheduled it ->
          FailureRecords.rerunScheduled(row, it);
      case NodeInstanceEvent.NodeInstanceIsolated _ -> isolated();
      case NodeInstanceEvent.NodeInstanceSucceeded it -> succeeded(it);
      case NodeInstanceEvent.NodeInstanceFailed it -> failed(it);
      case NodeInstanceEvent.NodeInstanceCancelled it -> cancelled(it);
      case NodeInstanceEvent.NodeRunFailed it -> FailureRecords.runFailed(row, it);
      case NodeInstanceEvent.RetriesExhausted it -> FailureRecords.retriesExhausted(row, it);
      case OperatorEvent it -> InterventionRecords.of(row, it);
    };
  }

  private String id() {
    return row.instance().id().value().toString();
  }

  private String workflowInstance() {
    return row.instance().workflowInstanceId().value().toString();
  }

  private @Nullable String run(int attempt) {
    return attempt == 0 || LOOPS.contains(row.profile().command())
        ? null
        : RunId.of(row.instance().id(), attempt).value().toString();
  }

  private NodeInstanceCreated created(int upstreams) {
    NodeProfile profile = row.profile();
    Iteration iteration = row.instance().iteration();
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
        .setLoopNodeInstanceId(profile.loop())
        .setLoopAttempt(iteration == null ? 0 : iteration.round())
        .setIteration(iteration == null ? 0 : iteration.number())
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

  private NodeInstanceLoopStarted loopStarted(NodeInstanceEvent.LoopStarted event) {
    return NodeInstanceLoopStarted.newBuilder()
        .setNodeInstanceId(id())
        .setWorkflowInstanceId(workflowInstance())
        .setAttempt(event.attempt())
        .setLastIteration(event.progress().last())
        .setIterations(List.copyOf(event.progress().running().keySet()))
        .setStartedAt(event.startedAt())
        .setDeadline(event.deadline())
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
        .setUnchosen(event.completion().unchosen())
        .setChosenOutputs(NodeInstanceStates.chosen(event.completion()))
        .setHandedOn(event.attempt() == 0 ? handedOn(event.completion()) : Map.of())
        .setStartedAt(event.startedAt())
        .setEndedAt(event.endedAt())
        .build();
  }

  private static Map<String, String> handedOn(Completion completion) {
    Map<String, String> values = new TreeMap<>();
    completion.outputs().forEach((name, value) -> values.put(name, shown(value.text())));
    return values;
  }

  private static String shown(String text) {
    return text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) : text;
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

  private SpecificRecord isolated() {
    return NodeInstanceIsolated.newBuilder()
        .setNodeInstanceId(id())
        .setWorkflowInstanceId(workflowInstance())
        .setWorkspace(row.profile().names().workspace())
        .setWorkflow(row.profile().names().workflow())
        .setNode(row.profile().node())
        .setBizdate(row.profile().bizdate())
        .build();
  }
}
