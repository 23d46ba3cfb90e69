package io.weirworks.scheduler.schedule.adapter;

import io.weirworks.contract.scheduler.ContinueGeneration;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.identity.ScheduleId;
import io.weirworks.scheduler.schedule.Generation;
import io.weirworks.scheduler.schedule.WorkflowScheduleCommand;
import io.weirworks.scheduler.workflow.adapter.WorkflowNames;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Goes on with a generation that one transaction could not hold. */
@Singleton
public final class ContinueGenerationHandler implements Handler<ContinueGeneration> {

  private final WorkflowSchedules schedules;

  public ContinueGenerationHandler(WorkflowSchedules schedules) {
    this.schedules = schedules;
  }

  @Override
  public Class<ContinueGeneration> type() {
    return ContinueGeneration.class;
  }

  @Override
  public Optional<String> orderingKey(ContinueGeneration command, Envelope envelope, Work work) {
    return Optional.of(WorkflowNames.orderingKey(command.getWorkspace(), command.getWorkflow()));
  }

  @Override
  public Decision decide(ContinueGeneration command, Asked asked, Work work) {
    Generation generation =
        new Generation(
            LocalDate.parse(command.getFromDay()),
            LocalDate.parse(command.getThroughDay()),
            command.getSince(),
            command.getImmediate());
    return schedules
        .find(new ScheduleId(UUID.fromString(command.getScheduleId())), work)
        .map(
            row ->
                schedules.decide(
                    row,
                    new WorkflowScheduleCommand.ContinueGeneration(generation, command.getNext()),
                    asked,
                    work))
        .orElseGet(Decision::nothing);
  }
}
