package io.weirworks.scheduler.schedule.adapter;

import io.weirworks.contract.scheduler.InstanceRescheduled;
import io.weirworks.contract.scheduler.InstancesGenerated;
import io.weirworks.contract.scheduler.WorkflowScheduleState;
import io.weirworks.contract.scheduler.WorkflowScheduled;
import io.weirworks.contract.scheduler.WorkflowUnscheduled;
import io.weirworks.scheduler.schedule.LeftOut;
import io.weirworks.scheduler.schedule.WorkflowSchedule;
import io.weirworks.scheduler.schedule.WorkflowScheduleEvent;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** Events and state record of a schedule as the contract has them. */
final class WorkflowScheduleRecords {

  private WorkflowScheduleRecords() {}

  /**
   * @param row after the event
   */
  static SpecificRecord event(WorkflowScheduleRow row, WorkflowScheduleChange change) {
    return switch (change.event()) {
      case WorkflowScheduleEvent.WorkflowScheduled it -> scheduled(row, it);
      case WorkflowScheduleEvent.WorkflowUnscheduled(Instant at) -> unscheduled(row, at);
      case WorkflowScheduleEvent.InstancesGenerated it -> generated(row, it);
      case WorkflowScheduleEvent.InstanceRescheduled it -> rescheduled(row, it);
      case WorkflowScheduleEvent.RulesKept it ->
          throw new IllegalArgumentException(it + " is not told");
    };
  }

  private static WorkflowScheduled scheduled(
      WorkflowScheduleRow row, WorkflowScheduleEvent.WorkflowScheduled event) {
    ScheduleProfile profile = row.profile();
    return WorkflowScheduled.newBuilder()
        .setScheduleId(id(row))
        .setWorkspaceId(profile.names().workspaceId())
        .setWorkspace(profile.names().workspace())
        .setWorkflowId(row.schedule().workflow().value())
        .setWorkflow(profile.names().workflow())
        .setNodeId(row.node())
        .setWorkflowVersion(event.version().version())
        .setDeployedAt(event.version().at())
        .setCron(profile.cron())
        .setTimeZone(profile.timeZone())
        .build();
  }

  private static WorkflowUnscheduled unscheduled(WorkflowScheduleRow row, Instant at) {
    return WorkflowUnscheduled.newBuilder()
        .setScheduleId(id(row))
        .setWorkspace(row.profile().names().workspace())
        .setWorkflowId(row.schedule().workflow().value())
        .setWorkflow(row.profile().names().workflow())
        .setNodeId(row.node())
        .setAt(at)
        .build();
  }

  private static InstancesGenerated generated(
      WorkflowScheduleRow row, WorkflowScheduleEvent.InstancesGenerated event) {
    LeftOut leftOut = event.leftOutTimes();
    return InstancesGenerated.newBuilder()
        .setScheduleId(id(row))
        .setWorkspace(row.profile().names().workspace())
        .setWorkflowId(row.schedule().workflow().value())
        .setWorkflow(row.profile().names().workflow())
        .setNodeId(row.node())
        .setFromDay(event.generation().from().toString())
        .setThroughDay(event.generation().through().toString())
        .setWorkflowInstances(event.instances())
        .setMadeUp(event.madeUp())
        .setLeftOut(event.leftOut())
        .setLeftOutFrom(leftOut == null ? null : leftOut.first())
        .setLeftOutThrough(leftOut == null ? null : leftOut.last())
        .setSuperseded(event.superseded().stream().map(each -> each.value().toString()).toList())
        .build();
  }

  private static InstanceRescheduled rescheduled(
      WorkflowScheduleRow row, WorkflowScheduleEvent.InstanceRescheduled event) {
    WorkflowScheduleEvent.Place from = event.from();
    WorkflowScheduleEvent.Place to = event.to();
    return InstanceRescheduled.newBuilder()
        .setScheduleId(id(row))
        .setWorkspace(row.profile().names().workspace())
        .setWorkflowId(row.schedule().workflow().value())
        .setWorkflow(row.profile().names().workflow())
        .setNodeId(row.node())
        .setBizdate(event.bizdate().toString())
        .setFromTime(from == null ? null : from.time())
        .setFromWorkflowInstanceId(from == null ? null : from.workflowInstance().value().toString())
        .setToTime(to == null ? null : to.time())
        .setToWorkflowInstanceId(to == null ? null : to.workflowInstance().value().toString())
        .setTimeZone(event.zone().getId())
        .setRulesBefore(event.rulesBefore())
        .setRules(event.rules())
        .setReason(event.reason())
        .build();
  }

  static WorkflowScheduleState state(WorkflowScheduleRow row) {
    WorkflowSchedule schedule = row.schedule();
    ScheduleProfile profile = row.profile();
    return WorkflowScheduleState.newBuilder()
        .setScheduleId(id(row))
        .setWorkspaceId(profile.names().workspaceId())
        .setWorkspace(profile.names().workspace())
        .setWorkflowId(schedule.workflow().value())
        .setWorkflow(profile.names().workflow())
        .setNodeId(row.node())
        .setWorkflowVersion(schedule.isInForce() ? schedule.latestVersion() : null)
        .setCron(profile.cron())
        .setTimeZone(profile.timeZone())
        .setGeneratedThrough(schedule.generatedThrough().toString())
        .setNextGeneration(row.nextGeneration())
        .build();
  }

  private static String id(WorkflowScheduleRow row) {
    return row.schedule().id().value().toString();
  }
}
