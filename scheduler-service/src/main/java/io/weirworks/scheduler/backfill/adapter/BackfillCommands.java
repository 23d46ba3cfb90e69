package io.weirworks.scheduler.backfill.adapter;

import io.weirworks.contract.Sender;
import io.weirworks.contract.scheduler.BackfillInstance;
import io.weirworks.contract.scheduler.CreateWorkflowInstance;
import io.weirworks.contract.scheduler.SchedulerType;
import io.weirworks.contract.scheduler.StopWorkflowInstance;
import io.weirworks.messaging.Effect;
import io.weirworks.scheduler.backfill.BackfillEffect;
import io.weirworks.scheduler.backfill.BackfillPlan;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.schemas.Service;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongFunction;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Commands of a backfill to its workflow instances. */
record BackfillCommands(BackfillPlan plan) {

  Effect of(BackfillEffect effect) {
    return switch (effect) {
      case BackfillEffect.CreateWorkflowInstance(LocalDate bizdate, var instance) ->
          create(bizdate, instance);
      case BackfillEffect.StopWorkflowInstance(WorkflowInstanceId id, String reason) ->
          stop(id, reason);
    };
  }

  private Effect create(
      LocalDate bizdate, io.weirworks.scheduler.backfill.BackfillInstance instance) {
    SpecificRecord command =
        CreateWorkflowInstance.newBuilder()
            .setWorkflowInstanceId(instance.id().value().toString())
            .setBackfillId(plan.id().value().toString())
            .setWorkflowId(instance.workflow().value())
            .setWorkflowVersion(instance.version())
            .setBizdate(bizdate.toString())
            .setParameters(plan.constants())
            .setOfBackfill(
                BackfillInstance.newBuilder()
                    .setUnit(instance.unit())
                    .setScheduledTime(instance.scheduledTime())
                    .setSchedulerType(SchedulerType.valueOf(instance.type().name()))
                    .setWaitsForTime(!plan.immediately())
                    .build())
            .build();
    return ask(instance.id(), _ -> command);
  }

  private Effect stop(WorkflowInstanceId id, @Nullable String reason) {
    return ask(
        id,
        sequence ->
            StopWorkflowInstance.newBuilder()
                .setWorkflowInstanceId(id.value().toString())
                .setSender(new Sender(plan.id().value().toString(), sequence))
                .setReason(reason)
                .build());
  }

  private Effect ask(WorkflowInstanceId to, LongFunction<SpecificRecord> command) {
    return new Effect.Ask(
        Service.SCHEDULER, to.value().toString(), BackfillKind.ref(plan.id()), command, List.of());
  }
}
