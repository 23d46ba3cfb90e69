package io.weirworks.scheduler.schedule.adapter;

import io.weirworks.messaging.Work;
import io.weirworks.scheduler.dependency.Answer;
import io.weirworks.scheduler.dependency.InstanceDependencies;
import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.dependency.Plans;
import io.weirworks.scheduler.generation.DayPlan;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.instance.AwaitedInstance;
import io.weirworks.scheduler.instance.AwaitedInstances;
import io.weirworks.scheduler.schedule.GeneratedInstance;
import io.weirworks.scheduler.schedule.WorkflowSchedule;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.adapter.Definitions;
import io.weirworks.scheduler.workflowinstance.WorkflowInstancePlan;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which instances of other workflow instances one waits for: the matching rules, over the schedules
 * as they are now. The same rules foretell it in the simulation.
 */
@Singleton
public final class UpstreamInstances {

  private final Definitions definitions;

  public UpstreamInstances(Definitions definitions) {
    this.definitions = definitions;
  }

  /** What an instance that a schedule made waits for; nothing is known of them yet. */
  public AwaitedInstances of(WorkflowInstancePlan plan, NodeDefinition node, Work work) {
    StoredSchedules schedules = new StoredSchedules(definitions, work);
    NodeKey key = new NodeKey(plan.workflow().value(), node.id().value());
    Optional<Plans> plans = schedules.find(key);
    if (plans.isEmpty()) {
      return AwaitedInstances.NONE;
    }
    LocalDate day = plan.bizdate().plusDays(1);
    DayPlan ofDay = plans.get().on(day).plan();
    int index = Math.max(0, ofDay.countUntil(plan.scheduledTime()) - 1);
    if (ofDay.isEmpty()) {
      return AwaitedInstances.NONE;
    }
    InstanceDependencies dependencies =
        new InstanceDependencies(schedules, key, plans.get(), node.dependencies(), day, index);
    return new AwaitedInstances(
        dependencies.edges().stream().flatMap(edge -> awaited(schedules, edge).stream()).toList(),
        dependencies.isIsolated());
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

  /**
   * How an instance stands that does not exist: it may still be made, or its day's instances have
   * been made without it.
   */
  public Answer ofMissing(
      WorkflowId workflow, NodeId node, LocalDate bizdate, Instant now, Work work) {
    StoredSchedules schedules = new StoredSchedules(definitions, work);
    LocalDate day = bizdate.plusDays(1);
    Optional<WorkflowSchedule> schedule =
        schedules.schedule(new NodeKey(workflow.value(), node.value()));
    if (schedule.isEmpty()) {
      return new Answer.Never();
    }
    return day.isAfter(schedule.get().generatedThrough())
        ? Answer.ofMissing(schedules.timetables(schedule.get()).history(schedule.get()), day, now)
        : new Answer.NotYet();
  }
}
