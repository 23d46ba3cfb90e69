package io.weirworks.scheduler.instance.adapter;

import static io.weirworks.scheduler.instance.adapter.NodeInstanceEvents.LOOPS;

import io.weirworks.contract.scheduler.InstanceStatus;
import io.weirworks.contract.scheduler.NodeInstanceState;
import io.weirworks.contract.scheduler.WaitReason;
import io.weirworks.contract.scheduler.WorkflowInstanceType;
import io.weirworks.scheduler.controlflow.Completion;
import io.weirworks.scheduler.identity.Iteration;
import io.weirworks.scheduler.instance.AwaitedInstances;
import io.weirworks.scheduler.instance.LoopStop;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.NodeState;
import io.weirworks.scheduler.instance.Wait;
import io.weirworks.scheduler.parameter.ParameterValues;
import io.weirworks.schemas.RunError;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The state record of a node instance. */
final class NodeInstanceStates {

  private static final int SHOWN_BLOCKERS = 20;

  private NodeInstanceStates() {}

  static NodeInstanceState of(NodeInstanceRow row) {
    NodeInstanceState.Builder record = NodeInstanceState.newBuilder();
    profile(record, row);
    progress(record, row.progress());
    state(record, row.instance(), row.profile().command());
    iteration(record, row.instance().iteration());
    InterventionRecords.show(record, row);
    return record.build();
  }

  private static void profile(NodeInstanceState.Builder record, NodeInstanceRow row) {
    NodeProfile profile = row.profile();
    record
        .setNodeInstanceId(row.instance().id().value().toString())
        .setWorkflowInstanceId(row.instance().workflowInstanceId().value().toString())
        .setType(WorkflowInstanceType.valueOf(profile.type().name()))
        .setBackfillId(profile.backfill())
        .setWorkspaceId(profile.names().workspaceId())
        .setWorkspace(profile.names().workspace())
        .setWorkflowId(profile.workflow())
        .setWorkflow(profile.names().workflow())
        .setWorkflowVersion(profile.version())
        .setNodeId(row.instance().nodeId().value())
        .setNode(profile.node())
        .setCommand(profile.command())
        .setBizdate(profile.bizdate())
        .setScheduledTime(profile.scheduledTime())
        .setDryRun(profile.dryRun())
        .setLoopNodeInstanceId(profile.loop())
        .setPriority(profile.priority())
        .setCreatedAt(profile.createdAt());
  }

  private static void progress(NodeInstanceState.Builder record, NodeProgress progress) {
    Wait wait = progress.waiting();
    NodeTimes times = progress.times();
    record
        .setWaitReason(wait == null ? null : WaitReason.valueOf(wait.reason().name()))
        .setDeadline(wait == null ? null : wait.deadline())
        .setBlockedBy(progress.blockedBy().stream().limit(SHOWN_BLOCKERS).toList())
        .setCancelRequested(progress.cancelRequested())
        .setParameters(named(progress.parameters()))
        .setPositionalParameters(positional(progress.parameters()))
        .setWaitTimeAt(times.waitTimeAt())
        .setWaitResourceAt(times.waitResourceAt())
        .setStartedAt(times.startedAt())
        .setEndedAt(times.endedAt());
  }

  private static void state(NodeInstanceState.Builder record, NodeInstance node, String command) {
    record
        .setStatus(InstanceStatus.valueOf(node.state().status().name()))
        .setAttempt(node.attempt())
        .setRunId(
            node.attempt() == 0 || LOOPS.contains(command)
                ? null
                : node.runId().value().toString());
    switch (node.state()) {
      case NodeState.NotRun(int open) -> record.setOpenUpstreams(open);
      case NodeState.Failure(String code, String message) ->
          record.setCode(code).setMessage(message);
      case NodeState.Cancelled(String reason) ->
          record.setCode(RunError.CANCELLED.code()).setMessage(reason);
      case NodeState.Cancelling(var _, String reason) -> record.setMessage(reason);
      case NodeState.WaitOutcomes(var _, AwaitedInstances awaited) ->
          record
              .setOpenUpstreams(awaited.open().size())
              .setMessage(awaited.whyNever().orElse(null));
      case NodeState.WaitTime _,
          NodeState.WaitRerun _,
          NodeState.OnItsWay _,
          NodeState.WaitSignal _,
          NodeState.Unconfirmed _ -> {}
      case NodeState.Looping(var _, var _, var _, LoopStop stop) -> {
        if (stop != null) {
          record.setMessage(stop.reason());
        }
      }
      case NodeState.Success(Completion completion) ->
          record
              .setUnchosen(completion.unchosen())
              .setChosenOutputs(chosen(completion))
              .setOutputs(completion.outputs().keySet().stream().sorted().toList());
    }
  }

  static List<String> chosen(Completion completion) {
    Set<String> chosen = completion.chosen();
    return chosen == null ? List.of() : chosen.stream().sorted().toList();
  }

  private static void iteration(NodeInstanceState.Builder record, @Nullable Iteration iteration) {
    if (iteration != null) {
      record.setLoopAttempt(iteration.round()).setIteration(iteration.number());
    }
  }

  static Map<String, String> named(ParameterValues values) {
    return values instanceof ParameterValues.Named(var byName) ? byName : Map.of();
  }

  static List<String> positional(ParameterValues values) {
    return values instanceof ParameterValues.Positional(var byPlace) ? byPlace : List.of();
  }
}
