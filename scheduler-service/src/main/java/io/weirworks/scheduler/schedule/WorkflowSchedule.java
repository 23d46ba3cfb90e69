package io.weirworks.scheduler.schedule;

import io.weirworks.scheduler.generation.DayPlan;
import io.weirworks.scheduler.generation.GenerationHistory;
import io.weirworks.scheduler.generation.PlannedInstance;
import io.weirworks.scheduler.identity.ScheduleId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.recurrence.Tick;
import io.weirworks.scheduler.recurrence.ZoneWindow;
import io.weirworks.scheduler.schedule.WorkflowScheduleEvent.InstanceRescheduled;
import io.weirworks.scheduler.schedule.WorkflowScheduleEvent.InstancesGenerated;
import io.weirworks.scheduler.schedule.WorkflowScheduleEvent.RulesKept;
import io.weirworks.scheduler.schedule.WorkflowScheduleEvent.WorkflowScheduled;
import io.weirworks.scheduler.schedule.WorkflowScheduleEvent.WorkflowUnscheduled;
import io.weirworks.scheduler.workflow.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as it is stored.
 *
 * @param versions in order of time; the first ever, and of the others the latest
 * @param generatedThrough the last day, in the schedule's zone, whose instances have been made
 * @param dueAtOnce when a version was deployed whose instances of the same day are still to be
 *     made; null: none
 * @param leftOut the latest times that it left out, in order of time
 * @param rules of the zone by which the instances ahead were made; null: none was made yet, or
 *     before this was kept
 * @param sequence of its last told event (I4)
 */
public record WorkflowSchedule(
    ScheduleId id,
    WorkflowId workflow,
    Part part,
    List<InForce> versions,
    LocalDate generatedThrough,
    @Nullable Instant dueAtOnce,
    List<LeftOut> leftOut,
    @Nullable ZoneWindow rules,
    long sequence) {

  /** What a day's instances can still be of; older ones matter no more. */
  private static final int VERSIONS_KEPT = 50;

  /** Who waits for what was left out before is of no day that anybody looks at. */
  private static final int LEFT_OUT_KEPT = 20;

  public WorkflowSchedule {
    versions = List.copyOf(versions);
    leftOut = List.copyOf(leftOut);
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
        List.of(),
        null,
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
              with(it.leftOutTimes()),
              rules,
              sequence + 1);
      case InstanceRescheduled _ -> with(rules, sequence + 1);
      case RulesKept(ZoneWindow kept) -> with(kept, sequence);
    };
  }

  private WorkflowSchedule with(InForce version, @Nullable Instant atOnce) {
    List<InForce> all = new ArrayList<>(versions);
    all.add(version);
    if (all.size() > VERSIONS_KEPT) {
      all.remove(1);
    }
    return new WorkflowSchedule(
        id, workflow, part, all, generatedThrough, atOnce, leftOut, rules, sequence + 1);
  }

  private WorkflowSchedule with(@Nullable ZoneWindow kept, long newSequence) {
    return new WorkflowSchedule(
        id, workflow, part, versions, generatedThrough, dueAtOnce, leftOut, kept, newSequence);
  }

  private List<LeftOut> with(@Nullable LeftOut more) {
    if (more == null) {
      return leftOut;
    }
    List<LeftOut> all = new ArrayList<>(leftOut);
    all.add(more);
    return all.size() > LEFT_OUT_KEPT ? all.subList(1, all.size()) : all;
  }

  private boolean leavesOut(Instant time) {
    return leftOut.stream().anyMatch(each -> each.has(time));
  }

  /** Whether one of a day's workflow instances was missed and is not made up. */
  public boolean leavesOut(WorkflowInstanceId instance, DayPlan day) {
    return !leftOut.isEmpty()
        && day.instances().stream()
            .map(PlannedInstance::tick)
            .filter(tick -> leavesOut(tick.time()))
            .anyMatch(tick -> GeneratedInstance.id(workflow, part, tick).equals(instance));
  }

  /** The tick, or where it was left out the last before it that was not; empty: there is none. */
  public Optional<Tick> lastMade(Tick tick, GenerationHistory history) {
    if (!leavesOut(tick.time())) {
      return Optional.of(tick);
    }
    for (LocalDate day = tick.day(); !day.isBefore(history.firstDay()); day = day.minusDays(1)) {
      Optional<Tick> made =
          history.on(day).instances().reversed().stream()
              .map(PlannedInstance::tick)
              .filter(each -> each.time().isBefore(tick.time()) && !leavesOut(each.time()))
              .findFirst();
      if (made.isPresent()) {
        return made;
      }
    }
    return Optional.empty();
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
