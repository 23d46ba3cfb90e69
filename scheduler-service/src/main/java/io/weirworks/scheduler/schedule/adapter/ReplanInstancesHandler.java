package io.weirworks.scheduler.schedule.adapter;

import io.weirworks.contract.scheduler.ReplanInstances;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.identity.ScheduleId;
import io.weirworks.scheduler.schedule.WorkflowScheduleCommand;
import io.weirworks.scheduler.workflow.adapter.WorkflowNames;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** The rules of a schedule's time zone are others than those that its instances were made by. */
@Singleton
public final class ReplanInstancesHandler implements Handler<ReplanInstances> {

  private final WorkflowSchedules schedules;

  public ReplanInstancesHandler(WorkflowSchedules schedules) {
    this.schedules = schedules;
  }

  @Override
  public Class<ReplanInstances> type() {
    return ReplanInstances.class;
  }

  @Override
  public Optional<String> orderingKey(ReplanInstances command, Envelope envelope, Work work) {
    return Optional.of(WorkflowNames.orderingKey(command.getWorkspace(), command.getWorkflow()));
  }

  @Override
  public Decision decide(ReplanInstances command, Asked asked, Work work) {
    var replan = new WorkflowScheduleCommand.Replan(command.getNext());
    return schedules
        .find(new ScheduleId(UUID.fromString(command.getScheduleId())), work)
        .map(row -> schedules.decide(row, replan, asked, work))
        .orElseGet(Decision::nothing);
  }
}
