package io.weirworks.scheduler.schedule.adapter;

import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.TimerHandler;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.identity.ScheduleId;
import io.weirworks.scheduler.schedule.WorkflowScheduleCommand;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The night has come in which a schedule's next instances are made. */
@Singleton
public final class GenerationTimer implements TimerHandler {

  static final String KIND = "GENERATION";

  private final WorkflowSchedules schedules;

  public GenerationTimer(WorkflowSchedules schedules) {
    this.schedules = schedules;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Decision decide(String subject, Asked asked, Work work) {
    return schedules
        .find(new ScheduleId(UUID.fromString(subject)), work)
        .map(row -> schedules.decide(row, new WorkflowScheduleCommand.Generate(), asked, work))
        .orElseGet(Decision::nothing);
  }
}
