package io.weirworks.scheduler.schedule.adapter;

import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.schedule.WorkflowSchedule;
import io.weirworks.scheduler.schedule.WorkflowScheduleEvent;
import io.weirworks.scheduler.schedule.WorkflowScheduleEvent.WorkflowScheduled;
import io.weirworks.scheduler.workflow.Part;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as it is stored: what decisions need, and what is shown besides.
 *
 * @param nextGeneration when the next day's instances are made; null: never
 */
record WorkflowScheduleRow(
    WorkflowSchedule schedule,
    ScheduleProfile profile,
    @Nullable Instant nextGeneration,
    Instant createdAt) {

  static WorkflowScheduleRow evolve(
      @Nullable WorkflowScheduleRow before, WorkflowScheduleChange change) {
    if (before == null) {
      if (change.event() instanceof WorkflowScheduled scheduled) {
        return new WorkflowScheduleRow(
            WorkflowSchedule.created(scheduled),
            change.profile(),
            change.nextGeneration(),
            change.at());
      }
      throw new IllegalStateException(change.event() + " of a schedule that does not exist");
    }
    WorkflowScheduleEvent event = change.event();
    return new WorkflowScheduleRow(
        before.schedule.evolve(event), change.profile(), change.nextGeneration(), before.createdAt);
  }

  /** Id of the node that has it for itself; null: the nodes that follow the workflow's trigger. */
  @Nullable String node() {
    return schedule.part() instanceof Part.Single(NodeId node) ? node.value() : null;
  }
}
