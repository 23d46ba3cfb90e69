package io.weirworks.scheduler.schedule.adapter;

import io.weirworks.messaging.Work;
import io.weirworks.scheduler.backfill.BackfillScope;
import io.weirworks.scheduler.backfill.adapter.BackfillScopes;
import io.weirworks.scheduler.dependency.Answer;
import io.weirworks.scheduler.dependency.DependencyKind;
import io.weirworks.scheduler.dependency.InstanceDependencies;
import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.dependency.NodeSchedules;
import io.weirworks.scheduler.generation.GenerationHistory;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.AwaitedInstance;
import io.weirworks.scheduler.instance.AwaitedInstances;
import io.weirworks.scheduler.schedule.GeneratedInstance;
import io.weirworks.scheduler.schedule.WorkflowSchedule;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.adapter.Definitions;
import io.weirworks.scheduler.workflowinstance.Origin;
import io.weirworks.scheduler.workflowinstance.WorkflowInstancePlan;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which instances of other workflow instances one waits for: the matching rules, over the schedules
 * as they are now. The same rules foretell it in the simulation.
 */
@Singleton
public final class UpstreamInstances {

  private final Definitions definitions;
  private final BackfillScopes scopes;

  public UpstreamInstances(Definitions definitions, BackfillScopes scopes) {
    this.definitions = definitions;
    this.scopes = scopes;
  }

  /** What an instance waits for; nothing is known of them yet. */
  public AwaitedInstances of(WorkflowInstancePlan plan, NodeDefinition node, Work work) {
    return switch (plan.origin()) {
      case Origin.Manual _, Origin.SmokeTest _ -> AwaitedInstances.NONE;
      case Origin.Scheduled _ -> ofSchedules(plan, node, work);
      case Origin.OfBackfill ofBackfill ->
          ofBackfill(scopes.find(ofBackfill.backfill(), work), plan, node);
    };
  }

  private AwaitedInstances ofSchedules(WorkflowInstancePlan plan, NodeDefinition node, Work work) {
    StoredSchedules schedules = StoredSchedules.of(definitions, work);
    return dependencies(schedules, plan, node)
        .map(
            found ->
                new AwaitedInstances(
                    found.edges().stream()
                        .flatMap(edge -> madeSelf(schedules, edge).stream())
                        .flatMap(edge -> awaited(schedules, edge).stream())
                        .toList(),
                    found.isIsolated()))
        .orElse(AwaitedInstances.NONE);
  }

  private static Optional<InstanceDependencies> dependencies(
      NodeSchedules schedules, WorkflowInstancePlan plan, NodeDefinition node) {
    NodeKey key = new NodeKey(plan.workflow().value(), node.id().value());
    LocalDate day = plan.bizdate().plusDays(1);
    return schedules
        .find(key)
        .filter(plans -> !plans.on(day).plan().isEmpty())
        .map(
            plans ->
                new InstanceDependencies(
                    schedules,
                    key,
                    plans,
                    node.dependencies(),
                    day,
                    Math.max(0, plans.on(day).plan().countUntil(plan.scheduledTime()) - 1)));
  }

  /** A cycle of its own that was left out is none: the one before it counts (3.7). */
  private static Optional<InstanceDependencies.Edge> madeSelf(
      StoredSchedules schedules, InstanceDependencies.Edge edge) {
    if (edge.kind() != DependencyKind.SELF) {
      return Optional.of(edge);
    }
    return schedules
        .schedule(edge.upstream())
        .flatMap(
            schedule ->
                schedule
                    .lastMade(edge.tick(), schedules.timetables(schedule).history(schedule))
                    .map(
                        tick ->
                            new InstanceDependencies.Edge(
                                edge.upstream(), tick, edge.zone(), edge.kind())));
  }

  private static Optional<AwaitedInstance> awaited(
      StoredSchedules schedules, InstanceDependencies.Edge edge) {
    return schedules
        .schedule(edge.upstream())
        .map(
            schedule ->
                AwaitedInstance.of(
                    schedule.workflow(),
                    new NodeId(edge.upstream().node()),
                    edge.tick().bizdate(),
                    GeneratedInstance.id(schedule.workflow(), schedule.part(), edge.tick())));
  }

  /** Those that the backfill has too, of dates that do not come later in its order. */
  private static AwaitedInstances ofBackfill(
      BackfillScope scope, WorkflowInstancePlan plan, NodeDefinition node) {
    List<AwaitedInstance> awaited =
        dependencies(scope, plan, node).stream()
            .flatMap(found -> found.edges().stream())
            .filter(edge -> scope.hasBefore(edge.tick().bizdate(), plan.bizdate()))
            .flatMap(edge -> awaited(scope, edge).stream())
            .toList();
    return new AwaitedInstances(awaited, false);
  }

  private static Optional<AwaitedInstance> awaited(
      BackfillScope scope, InstanceDependencies.Edge edge) {
    LocalDate bizdate = edge.tick().bizdate();
    return scope
        .unitOf(edge.upstream())
        .filter(unit -> scope.has(unit, bizdate, edge.tick().time()))
        .map(
            unit ->
                AwaitedInstance.of(
                    scope.units().get(unit).workflow(),
                    new NodeId(edge.upstream().node()),
                    bizdate,
                    scope.id(unit, bizdate, edge.tick().time())));
  }

  /**
   * How an instance stands that does not exist: it may still be made, its day's instances have been
   * made without it, or it was missed and left out.
   */
  public Answer ofMissing(
      WorkflowId workflow,
      NodeId node,
      LocalDate bizdate,
      WorkflowInstanceId instance,
      Instant now,
      Work work) {
    StoredSchedules schedules = StoredSchedules.of(definitions, work);
    LocalDate day = bizdate.plusDays(1);
    Optional<WorkflowSchedule> schedule =
        schedules.schedule(new NodeKey(workflow.value(), node.value()));
    if (schedule.isEmpty()) {
      return new Answer.Never(Answer.Cause.NONE_THAT_DAY);
    }
    GenerationHistory history = schedules.timetables(schedule.get()).history(schedule.get());
    if (day.isAfter(schedule.get().generatedThrough())) {
      return Answer.ofMissing(history, day, now);
    }
    return schedule.get().leavesOut(instance, history.on(day))
        ? new Answer.Never(Answer.Cause.LEFT_OUT)
        : new Answer.NotYet();
  }
}
