package io.weirworks.scheduler.schedule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided for a schedule.
 *
 * @param instances to be made now
 * @param rest what is left for the next transaction; null: nothing
 * @param nextGeneration when its timer is due; null: it needs none
 */
public record WorkflowScheduleDecision(
    List<WorkflowScheduleEvent> events,
    List<GeneratedInstance> instances,
    WorkflowScheduleCommand.@Nullable Continued rest,
    @Nullable Instant nextGeneration) {

  public WorkflowScheduleDecision {
    events = List.copyOf(events);
    instances = List.copyOf(instances);
  }
}
