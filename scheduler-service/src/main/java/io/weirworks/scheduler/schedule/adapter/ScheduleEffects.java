package io.weirworks.scheduler.schedule.adapter;

import io.weirworks.contract.Sender;
import io.weirworks.contract.scheduler.ContinueGeneration;
import io.weirworks.contract.scheduler.CreateWorkflowInstance;
import io.weirworks.contract.scheduler.ReplanInstances;
import io.weirworks.contract.scheduler.ScheduledInstance;
import io.weirworks.contract.scheduler.SchedulerType;
import io.weirworks.contract.scheduler.StopWorkflowInstance;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.ScheduleId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.schedule.GeneratedInstance;
import io.weirworks.scheduler.schedule.Generation;
import io.weirworks.scheduler.schedule.WorkflowScheduleCommand;
import io.weirworks.scheduler.schedule.WorkflowScheduleDecision;
import io.weirworks.scheduler.schedule.WorkflowScheduleEvent;
import io.weirworks.scheduler.workflow.Part;
import io.weirworks.schemas.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What the core decided for a schedule as messaging's effects. */
record ScheduleEffects(
    ScheduleId id, WorkflowId workflow, Part part, ScheduleProfile profile, Instant now) {

  private static final String SUPERSEDED =
      "A new version of the workflow has no instance at this time.";

  private SubjectRef<WorkflowScheduleRow, WorkflowScheduleChange> subject() {
    return WorkflowScheduleKind.ref(id);
  }

  /** Nothing but the timer where nothing happens. */
  List<Effect> of(WorkflowScheduleDecision decision) {
    List<Effect> effects = new ArrayList<>();
    for (WorkflowScheduleEvent event : decision.events()) {
      var change = new WorkflowScheduleChange(event, profile, decision.nextGeneration(), now);
      effects.add(
          switch (event) {
            case WorkflowScheduleEvent.Told _ -> new Effect.Tell<>(subject(), change);
            case WorkflowScheduleEvent.RulesKept _ -> new Effect.Change<>(subject(), change);
          });
      effects.addAll(stops(event));
    }
    decision.instances().stream().map(this::create).forEach(effects::add);
    Instant next = decision.nextGeneration();
    effects.add(
        next == null
            ? new Effect.ClearTimer(subject(), GenerationTimer.KIND)
            : new Effect.SetTimer(subject(), GenerationTimer.KIND, next));
    return effects;
  }

  private List<Effect> stops(WorkflowScheduleEvent event) {
    return switch (event) {
      case WorkflowScheduleEvent.InstancesGenerated generated ->
          generated.superseded().stream().map(each -> stop(each, SUPERSEDED)).toList();
      case WorkflowScheduleEvent.InstanceRescheduled moved -> {
        WorkflowScheduleEvent.Place from = moved.from();
        yield from == null ? List.of() : List.of(stop(from.workflowInstance(), moved.reason()));
      }
      case WorkflowScheduleEvent.WorkflowScheduled _,
          WorkflowScheduleEvent.WorkflowUnscheduled _,
          WorkflowScheduleEvent.RulesKept _ ->
          List.of();
    };
  }

  @Nullable SpecificRecord rest(WorkflowScheduleDecision decision) {
    return switch (decision.rest()) {
      case null -> null;
      case WorkflowScheduleCommand.ContinueGeneration(Generation generation, int next) ->
          ContinueGeneration.newBuilder()
              .setScheduleId(id.value().toString())
              .setWorkspace(profile.names().workspace())
              .setWorkflow(profile.names().workflow())
              .setFromDay(generation.from().toString())
              .setThroughDay(generation.through().toString())
              .setSince(generation.since())
              .setImmediate(generation.immediate())
              .setNext(next)
              .build();
      case WorkflowScheduleCommand.Replan(int next) ->
          ReplanInstances.newBuilder()
              .setScheduleId(id.value().toString())
              .setWorkspace(profile.names().workspace())
              .setWorkflow(profile.names().workflow())
              .setNext(next)
              .build();
    };
  }

  private Effect create(GeneratedInstance instance) {
    String workflowInstance = instance.id(workflow, part).value().toString();
    CreateWorkflowInstance command =
        CreateWorkflowInstance.newBuilder()
            .setWorkflowInstanceId(workflowInstance)
            .setWorkflowId(workflow.value())
            .setWorkflowVersion(instance.version())
            .setBizdate(instance.tick().bizdate().toString())
            .setScheduled(
                ScheduledInstance.newBuilder()
                    .setNodeId(part instanceof Part.Single(NodeId node) ? node.value() : null)
                    .setScheduledTime(instance.tick().time())
                    .setSchedulerType(SchedulerType.valueOf(instance.type().name()))
                    .setNotBefore(instance.notBefore())
                    .build())
            .build();
    return ask(workflowInstance, _ -> command);
  }

  private Effect stop(WorkflowInstanceId stopped, String reason) {
    String workflowInstance = stopped.value().toString();
    return ask(
        workflowInstance,
        sequence ->
            StopWorkflowInstance.newBuilder()
                .setWorkflowInstanceId(workflowInstance)
                .setSender(new Sender(id.value().toString(), sequence))
                .setReason(reason)
                .build());
  }

  private Effect ask(String orderingKey, LongFunction<SpecificRecord> command) {
    return new Effect.Ask(Service.SCHEDULER, orderingKey, subject(), command, List.of());
  }
}
