package io.weirworks.scheduler.workflowinstance.adapter;

import io.weirworks.contract.scheduler.FlowStatus;
import io.weirworks.contract.scheduler.NodeCounts;
import io.weirworks.contract.scheduler.SchedulerType;
import io.weirworks.contract.scheduler.WorkflowInstanceCompleted;
import io.weirworks.contract.scheduler.WorkflowInstanceCreated;
import io.weirworks.contract.scheduler.WorkflowInstanceReopened;
import io.weirworks.contract.scheduler.WorkflowInstanceState;
import io.weirworks.contract.scheduler.WorkflowInstanceType;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.workflow.Part;
import io.weirworks.scheduler.workflowinstance.Origin;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent;
import io.weirworks.scheduler.workflowinstance.WorkflowInstancePlan;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Events and state record of a workflow instance as the contract has them. */
final class WorkflowInstanceRecords {

  private WorkflowInstanceRecords() {}

  /**
   * @param row after the event
   */
  static SpecificRecord event(WorkflowInstanceRow row, WorkflowInstanceChange change) {
    return switch (change) {
      case WorkflowInstanceChange.Created(var event, var _) -> created(row, event);
      case WorkflowInstanceChange.Happened(
              WorkflowInstanceEvent.WorkflowInstanceCompleted event,
              var _) ->
          completed(row, event);
      case WorkflowInstanceChange.Happened(
              WorkflowInstanceEvent.WorkflowInstanceReopened event,
              var _) ->
          reopened(row, event);
      case WorkflowInstanceChange.Happened(var event, var _) ->
          throw new IllegalArgumentException(event + " is not told");
      case WorkflowInstanceChange.ExecutorWatched _ ->
          throw new IllegalArgumentException(change + " is not told");
    };
  }

  private static WorkflowInstanceCreated created(
      WorkflowInstanceRow row, WorkflowInstanceEvent.WorkflowInstanceCreated event) {
    WorkflowInstancePlan plan = event.plan();
    return WorkflowInstanceCreated.newBuilder()
        .setWorkflowInstanceId(plan.id().value().toString())
        .setType(WorkflowInstanceType.valueOf(plan.type().name()))
        .setBackfillId(text(plan.backfill()))
        .setWorkspaceId(row.names().workspaceId())
        .setWorkspace(row.names().workspace())
        .setWorkflowId(plan.workflow().value())
        .setWorkflow(row.names().workflow())
        .setWorkflowVersion(plan.version())
        .setBizdate(plan.bizdate().toString())
        .setScheduledTime(plan.scheduledTime())
        .setParameters(plan.constants())
        .setNodeInstances(event.nodeInstances())
        .setNodeId(node(plan))
        .setSchedulerType(SchedulerType.valueOf(plan.schedulerType().name()))
        .build();
  }

  private static WorkflowInstanceCompleted completed(
      WorkflowInstanceRow row, WorkflowInstanceEvent.WorkflowInstanceCompleted event) {
    WorkflowInstancePlan plan = row.instance().plan();
    return WorkflowInstanceCompleted.newBuilder()
        .setWorkflowInstanceId(plan.id().value().toString())
        .setBackfillId(text(plan.backfill()))
        .setWorkspace(row.names().workspace())
        .setWorkflow(row.names().workflow())
        .setBizdate(plan.bizdate().toString())
        .setStatus(FlowStatus.valueOf(event.status().name()))
        .setCounts(counts(event.counts()))
        .build();
  }

  private static WorkflowInstanceReopened reopened(
      WorkflowInstanceRow row, WorkflowInstanceEvent.WorkflowInstanceReopened event) {
    WorkflowInstancePlan plan = row.instance().plan();
    return WorkflowInstanceReopened.newBuilder()
        .setWorkflowInstanceId(plan.id().value().toString())
        .setBackfillId(text(plan.backfill()))
        .setWorkspace(row.names().workspace())
        .setWorkflow(row.names().workflow())
        .setBizdate(plan.bizdate().toString())
        .setNodeInstanceId(event.nodeInstance().value().toString())
        .build();
  }

  static WorkflowInstanceState state(WorkflowInstanceRow row) {
    WorkflowInstancePlan plan = row.instance().plan();
    return WorkflowInstanceState.newBuilder()
        .setWorkflowInstanceId(plan.id().value().toString())
        .setType(WorkflowInstanceType.valueOf(plan.type().name()))
        .setBackfillId(text(plan.backfill()))
        .setWorkspaceId(row.names().workspaceId())
        .setWorkspace(row.names().workspace())
        .setWorkflowId(plan.workflow().value())
        .setWorkflow(row.names().workflow())
        .setWorkflowVersion(plan.version())
        .setBizdate(plan.bizdate().toString())
        .setScheduledTime(plan.scheduledTime())
        .setParameters(plan.constants())
        .setStatus(FlowStatus.valueOf(row.instance().state().status().name()))
        .setCancelRequested(row.cancelRequested())
        .setNodeId(node(plan))
        .setSchedulerType(SchedulerType.valueOf(plan.schedulerType().name()))
        .setCounts(counts(row.instance().counts()))
        .setCreatedAt(plan.generatedAt())
        .setStartedAt(row.startedAt())
        .setEndedAt(row.endedAt())
        .build();
  }

  private static @Nullable String node(WorkflowInstancePlan plan) {
    return switch (plan.origin()) {
      case Origin.SmokeTest(NodeId node) -> node.value();
      case Origin.Scheduled scheduled ->
          scheduled.part() instanceof Part.Single(NodeId node) ? node.value() : null;
      case Origin.Manual _, Origin.OfBackfill _ -> null;
    };
  }

  private static @Nullable String text(@Nullable BackfillId backfill) {
    return backfill == null ? null : backfill.value().toString();
  }

  private static NodeCounts counts(io.weirworks.scheduler.workflowinstance.NodeCounts counts) {
    return new NodeCounts(
        counts.total(),
        counts.notRun(),
        counts.waiting(),
        counts.running(),
        counts.succeeded(),
        counts.failed(),
        counts.cancelled());
  }
}
