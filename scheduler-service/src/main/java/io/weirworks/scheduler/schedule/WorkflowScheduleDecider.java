package io.weirworks.scheduler.schedule;

import io.weirworks.scheduler.generation.DayPlan;
import io.weirworks.scheduler.generation.Deployment;
import io.weirworks.scheduler.generation.GenerationHistory;
import io.weirworks.scheduler.generation.InstanceMode;
import io.weirworks.scheduler.generation.PlannedInstance;
import io.weirworks.scheduler.generation.Timetable;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.recurrence.Tick;
import io.weirworks.scheduler.recurrence.ZoneRulesSource;
import io.weirworks.scheduler.schedule.WorkflowScheduleCommand.ContinueGeneration;
import io.weirworks.scheduler.schedule.WorkflowScheduleCommand.Deploy;
import io.weirworks.scheduler.schedule.WorkflowScheduleCommand.Generate;
import io.weirworks.scheduler.schedule.WorkflowScheduleCommand.Replan;
import io.weirworks.scheduler.schedule.WorkflowScheduleCommand.Undeploy;
import io.weirworks.scheduler.schedule.WorkflowScheduleEvent.InstancesGenerated;
import io.weirworks.scheduler.schedule.WorkflowScheduleEvent.RulesKept;
import io.weirworks.scheduler.schedule.WorkflowScheduleEvent.WorkflowScheduled;
import io.weirworks.scheduler.schedule.WorkflowScheduleEvent.WorkflowUnscheduled;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides for a schedule; pure.
 *
 * @param timetables of the versions that the schedule names
 * @param most how many instances one decision makes (DESIGN 3.3)
 * @param zones the rules of time zones as they are known now
 */
public record WorkflowScheduleDecider(Timetables timetables, int most, ZoneRulesSource zones) {

  /**
   * Decides a command; stale and repeated ones give no events.
   *
   * @param current the stored schedule; null: there is none
   */
  public WorkflowScheduleDecision decide(
      @Nullable WorkflowSchedule current, WorkflowScheduleCommand command, Instant now) {
    return switch (command) {
      case Deploy deploy -> deploy(current, deploy);
      case Undeploy(Instant at, int version) ->
          current == null || !current.isInForce() || current.latestVersion() > version
              ? nothing(current)
              : tell(current, new WorkflowUnscheduled(at));
      case Generate _ -> current == null ? nothing(null) : generate(current, now);
      case ContinueGeneration(Generation generation, int next) ->
          current == null ? nothing(null) : make(current, List.of(), generation, next);
      case Replan(int next) -> current == null ? nothing(null) : replan(current, next, now);
    };
  }

  /** A deployment that is read late counts from when it happened (R22). */
  private WorkflowScheduleDecision deploy(@Nullable WorkflowSchedule current, Deploy deploy) {
    InForce version = deploy.version();
    boolean stale = current != null && current.latestVersion() >= version.version();
    if (stale) {
      return nothing(current);
    }
    Timetable timetable = timetables.of(version.version());
    ZoneId zone = timetable.schedule().zone();
    boolean atOnce =
        timetable.mode() == InstanceMode.IMMEDIATELY
            && LocalDate.ofInstant(version.at(), zone)
                .equals(Deployment.lastGenerated(version.at(), zone));
    WorkflowScheduled event =
        new WorkflowScheduled(
            deploy.workflow(),
            deploy.part(),
            version,
            Deployment.lastGenerated(version.at(), zone),
            atOnce ? version.at() : null);
    return current == null
        ? new WorkflowScheduleDecision(
            List.of(event), List.of(), null, nextGeneration(WorkflowSchedule.created(event)))
        : tell(current, event);
  }

  private WorkflowScheduleDecision tell(WorkflowSchedule current, WorkflowScheduleEvent event) {
    return new WorkflowScheduleDecision(
        List.of(event), List.of(), null, nextGeneration(current.evolve(event)));
  }

  private WorkflowScheduleDecision nothing(@Nullable WorkflowSchedule current) {
    return new WorkflowScheduleDecision(
        List.of(), List.of(), null, current == null ? null : nextGeneration(current));
  }

  private WorkflowScheduleDecision replan(WorkflowSchedule schedule, int next, Instant now) {
    return Replanning.of(schedule, timetables.history(schedule), zones)
        .map(it -> it.decide(next, Math.max(1, most / 2), now, nextGeneration(schedule)))
        .orElseGet(() -> nothing(schedule));
  }

  /**
   * The clock may step back: what is generated is looked at again. What other rules of the zone
   * have made is planned anew first; the timer is due still.
   */
  private WorkflowScheduleDecision generate(WorkflowSchedule schedule, Instant now) {
    GenerationHistory history = timetables.history(schedule);
    if (Replanning.of(schedule, history, zones).isPresent()) {
      return replan(schedule, 0, now);
    }
    Instant atOnce = schedule.dueAtOnce();
    LocalDate through = Deployment.lastGenerated(now, history.zone());
    if (atOnce != null) {
      LocalDate day = LocalDate.ofInstant(atOnce, history.zone());
      return begin(schedule, history, new Generation(day, day, atOnce, true));
    }
    return schedule.isInForce() && schedule.generatedThrough().isBefore(through)
        ? begin(
            schedule,
            history,
            new Generation(schedule.generatedThrough().plusDays(1), through, now, false))
        : nothing(schedule);
  }

  private WorkflowScheduleDecision begin(
      WorkflowSchedule schedule, GenerationHistory history, Generation generation) {
    Generation.Made made = generation.of(history, schedule.versions());
    InstancesGenerated event =
        new InstancesGenerated(
            generation,
            made.instances().size(),
            made.madeUp(),
            made.leftOut(),
            made.leftOutTimes(),
            generation.immediate() ? superseded(schedule, history, generation) : List.of());
    WorkflowSchedule after = schedule.evolve(event);
    RulesKept kept = Replanning.kept(after, history.zone(), zones, generation.from());
    return make(after, List.of(event, kept), generation, 0);
  }

  private WorkflowScheduleDecision make(
      WorkflowSchedule schedule,
      List<WorkflowScheduleEvent> events,
      Generation generation,
      int next) {
    List<GeneratedInstance> all =
        generation.of(timetables.history(schedule), schedule.versions()).instances();
    int end = Math.min(all.size(), next + most);
    return new WorkflowScheduleDecision(
        events,
        all.subList(Math.min(next, end), end),
        end < all.size() ? new ContinueGeneration(generation, end) : null,
        nextGeneration(schedule));
  }

  /**
   * What the version before had made of the day, is still to come, and has no time in the new one.
   */
  private static List<WorkflowInstanceId> superseded(
      WorkflowSchedule schedule, GenerationHistory history, Generation generation) {
    List<Deployment> before = history.deployments().subList(0, history.deployments().size() - 1);
    if (before.isEmpty()) {
      return List.of();
    }
    DayPlan old = new GenerationHistory(history.zone(), before).on(generation.from());
    Set<Instant> kept =
        history.on(generation.from()).instances().stream()
            .map(instance -> instance.tick().time())
            .collect(Collectors.toSet());
    return old.instances().stream()
        .map(PlannedInstance::tick)
        .filter(tick -> !kept.contains(tick.time()))
        .map(tick -> id(schedule, tick))
        .toList();
  }

  private static WorkflowInstanceId id(WorkflowSchedule schedule, Tick tick) {
    return GeneratedInstance.id(schedule.workflow(), schedule.part(), tick);
  }

  /** Null where nothing is to come: it makes no instances any more. */
  private @Nullable Instant nextGeneration(WorkflowSchedule schedule) {
    if (schedule.dueAtOnce() != null) {
      return schedule.dueAtOnce();
    }
    return schedule.isInForce()
        ? schedule
            .generatedThrough()
            .atTime(Deployment.GENERATION_BEGINS)
            .atZone(timetables.of(schedule.latestVersion()).schedule().zone())
            .toInstant()
        : null;
  }
}
