package io.weirworks.scheduler.schedule.adapter;

import io.weirworks.contract.Sender;
import io.weirworks.contract.scheduler.ContinueGeneration;
import io.weirworks.contract.scheduler.CreateWorkflowInstance;
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
      effects.add(
          new Effect.Tell<>(
              subject(),
              new WorkflowScheduleChange(event, profile, decision.nextGeneration(), now)));
      if (event instanceof WorkflowScheduleEvent.InstancesGenerated generated) {
        generated.superseded().stream().map(this::stop).forEach(effects::add);
      }
    }
    decision.instances().stream().map(this::create).forEach(effects::add);
    Instant next = decision.nextGeneration();
    effects.add(
        next == null
            ? new Effect.ClearTimer(subject(), GenerationTimer.KIND)
            : new Effect.SetTimer(subject(), GenerationTimer.KIND, next));
    return effects;
  }

  @Nullable SpecificRecord rest(WorkflowScheduleDecision decision) {
    var rest = decision.rest();
    return rest == null
        ? null
        : ContinueGeneration.newBuilder()
            .setScheduleId(id.value().toString())
            .setWorkspace(profile.names().workspace())
            .setWorkflow(profile.names().workflow())
            .setFromDay(rest.generation().from().toString())
            .setThroughDay(rest.generation().through().toString())
            .setSince(rest.generation().since())
            .setImmediate(rest.generation().immediate())
            .setNext(rest.next())
            .build();
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

  private Effect stop(WorkflowInstanceId superseded) {
    String workflowInstance = superseded.value().toString();
    return ask(
        workflowInstance,
        sequence ->
            StopWorkflowInstance.newBuilder()
                .setWorkflowInstanceId(workflowInstance)
                .setSender(new Sender(id.value().toString(), sequence))
                .setReason(SUPERSEDED)
                .build());
  }

  private Effect ask(String orderingKey, LongFunction<SpecificRecord> command) {
    return new Effect.Ask(Service.SCHEDULER, orderingKey, subject(), command, List.of());
  }
}
