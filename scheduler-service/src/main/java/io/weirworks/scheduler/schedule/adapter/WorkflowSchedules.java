package io.weirworks.scheduler.schedule.adapter;

import static io.weirworks.scheduler.schedule.adapter.WorkflowScheduleKind.WORKFLOW_SCHEDULE;

import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.generation.Timetable;
import io.weirworks.scheduler.identity.ScheduleId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.recurrence.ZoneRulesSource;
import io.weirworks.scheduler.schedule.Timetables;
import io.weirworks.scheduler.schedule.WorkflowSchedule;
import io.weirworks.scheduler.schedule.WorkflowScheduleCommand;
import io.weirworks.scheduler.schedule.WorkflowScheduleDecider;
import io.weirworks.scheduler.schedule.WorkflowScheduleDecision;
import io.weirworks.scheduler.workflow.Part;
import io.weirworks.scheduler.workflow.adapter.Definitions;
import io.weirworks.scheduler.workflow.adapter.DeployedWorkflow;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Lets the core decide on schedules, with what messaging has stored. */
@Singleton
public final class WorkflowSchedules {

  /** Instances that one transaction asks for (DESIGN 3.3). */
  private static final int MOST = 200;

  private final Definitions definitions;
  private final ZoneRulesSource zones;

  public WorkflowSchedules(Definitions definitions, ZoneRulesSource zones) {
    this.definitions = definitions;
    this.zones = zones;
  }

  /** The stored schedule. */
  Optional<WorkflowScheduleRow> find(ScheduleId id, Work work) {
    return work.find(WORKFLOW_SCHEDULE, id.value().toString());
  }

  /** Decides about a part of a workflow that is being deployed. */
  List<Effect> deploy(
      ScheduleId id,
      WorkflowScheduleCommand.Deploy command,
      DeployedWorkflow workflow,
      Asked asked,
      Work work) {
    Optional<WorkflowScheduleRow> row = find(id, work);
    Timetable timetable = timetable(workflow, command.part());
    Timetables timetables =
        version ->
            version == workflow.version()
                ? timetable
                : timetable(workflow.id(), command.part(), version, work);
    WorkflowScheduleDecision decision =
        new WorkflowScheduleDecider(timetables, MOST, zones)
            .decide(row.map(WorkflowScheduleRow::schedule).orElse(null), command, asked.now());
    ScheduleProfile profile =
        new ScheduleProfile(
            workflow.names(),
            timetable.schedule().cron().text(),
            timetable.schedule().zone().getId());
    return new ScheduleEffects(id, workflow.id(), command.part(), profile, asked.now())
        .of(decision);
  }

  /** Decides that a schedule makes no instances any more. */
  List<Effect> undeploy(
      WorkflowScheduleRow row, WorkflowScheduleCommand.Undeploy undeploy, Asked asked, Work work) {
    return switch (decide(row, undeploy, asked, work)) {
      case Decision.Accepted(var _, List<Effect> effects, var _) -> effects;
      case Decision.Refused _ -> List.of();
    };
  }

  /** Decides about a schedule that there is. */
  Decision decide(
      WorkflowScheduleRow row, WorkflowScheduleCommand command, Asked asked, Work work) {
    WorkflowSchedule schedule = row.schedule();
    Timetables timetables =
        version -> timetable(schedule.workflow(), schedule.part(), version, work);
    WorkflowScheduleDecision decision =
        new WorkflowScheduleDecider(timetables, MOST, zones).decide(schedule, command, asked.now());
    ScheduleEffects effects =
        new ScheduleEffects(
            schedule.id(), schedule.workflow(), schedule.part(), row.profile(), asked.now());
    return new Decision.Accepted(
        WorkflowScheduleKind.ref(schedule.id()), effects.of(decision), effects.rest(decision));
  }

  private Timetable timetable(WorkflowId workflow, Part part, int version, Work work) {
    return timetable(definitions.pinned(work, workflow, version), part);
  }

  private static Timetable timetable(DeployedWorkflow workflow, Part part) {
    Timetable timetable = workflow.graph().definition().timetable(part);
    if (timetable == null) {
      throw new IllegalStateException(
          "Version %d of %s has no timetable for %s"
              .formatted(workflow.version(), workflow.id().value(), part));
    }
    return timetable;
  }
}
