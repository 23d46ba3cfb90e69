package io.weirworks.scheduler.schedule;

import io.weirworks.scheduler.identity.ScheduleId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.schedule.WorkflowScheduleEvent.InstancesGenerated;
import io.weirworks.scheduler.schedule.WorkflowScheduleEvent.WorkflowScheduled;
import io.weirworks.scheduler.schedule.WorkflowScheduleEvent.WorkflowUnscheduled;
import io.weirworks.scheduler.workflow.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as it is stored.
 *
 * @param versions in order of time; the first ever, and of the others the latest
 * @param generatedThrough the last day, in the schedule's zone, whose instances have been made
 * @param dueAtOnce when a version was deployed whose instances of the same day are still to be
 *     made; null: none
 * @param sequence of its last told event (I4)
 */
public record WorkflowSchedule(
    ScheduleId id,
    WorkflowId workflow,
    Part part,
    List<InForce> versions,
    LocalDate generatedThrough,
    @Nullable Instant dueAtOnce,
    long sequence) {

  /** What a day's instances can still be of; older ones matter no more. */
  private static final int VERSIONS_KEPT = 50;

  public WorkflowSchedule {
    versions = List.copyOf(versions);
  }

  /** The schedule that its first event makes. */
  public static WorkflowSchedule created(WorkflowScheduled event) {
    return new WorkflowSchedule(
        ScheduleId.of(event.workflow(), event.node()),
        event.workflow(),
        event.part(),
        List.of(event.version()),
        event.generatedThrough(),
        event.dueAtOnce(),
        1);
  }

  /** The schedule after an event. */
  public WorkflowSchedule evolve(WorkflowScheduleEvent event) {
    return switch (event) {
      case WorkflowScheduled it -> with(it.version(), it.dueAtOnce());
      case WorkflowUnscheduled(Instant at) -> with(new InForce(at, InForce.NONE), null);
      case InstancesGenerated it ->
          new WorkflowSchedule(
              id,
              workflow,
              part,
              versions,
              it.generation().through().isAfter(generatedThrough)
                  ? it.generation().through()
                  : generatedThrough,
              it.generation().immediate() ? null : dueAtOnce,
              sequence + 1);
    };
  }

  private WorkflowSchedule with(InForce version, @Nullable Instant atOnce) {
    List<InForce> all = new ArrayList<>(versions);
    all.add(version);
    if (all.size() > VERSIONS_KEPT) {
      all.remove(1);
    }
    return new WorkflowSchedule(id, workflow, part, all, generatedThrough, atOnce, sequence + 1);
  }

  /** Whether a version is in force. */
  public boolean isInForce() {
    return versions.getLast().version() != InForce.NONE;
  }

  /** The version in force, or the last that was. */
  public int latestVersion() {
    return versions.reversed().stream()
        .mapToInt(InForce::version)
        .filter(version -> version != InForce.NONE)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(id + " never had a version"));
  }
}
