package io.weirworks.scheduler.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A schedule: that of a workflow, or of one of its nodes that has its own. */
public record ScheduleId(UUID value) {

  /**
   * The schedule.
   *
   * @param node that has it for itself; null: the nodes that follow the workflow's trigger
   */
  public static ScheduleId of(WorkflowId workflow, @Nullable NodeId node) {
    return new ScheduleId(
        node == null
            ? DerivedId.of("schedule", workflow.value())
            : DerivedId.of("node-schedule", workflow.value(), node.value()));
  }
}
