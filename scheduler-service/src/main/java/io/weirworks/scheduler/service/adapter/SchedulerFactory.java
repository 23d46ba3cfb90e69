package io.weirworks.scheduler.service.adapter;

import io.micronaut.context.annotation.Factory;
import io.weirworks.messaging.ServiceDefinition;
import io.weirworks.scheduler.backfill.adapter.BackfillKind;
import io.weirworks.scheduler.backfill.adapter.BackfillSteps;
import io.weirworks.scheduler.backfill.adapter.Backfills;
import io.weirworks.scheduler.backfill.adapter.ReportWorkflowInstanceHandler;
import io.weirworks.scheduler.backfill.adapter.StartBackfillHandler;
import io.weirworks.scheduler.baseline.adapter.BaselineInstanceKind;
import io.weirworks.scheduler.baseline.adapter.BaselineInstanceTimer;
import io.weirworks.scheduler.baseline.adapter.BaselineKind;
import io.weirworks.scheduler.baseline.adapter.BaselineTimer;
import io.weirworks.scheduler.baseline.adapter.DefineBaselineHandler;
import io.weirworks.scheduler.baseline.adapter.RemoveBaselineHandler;
import io.weirworks.scheduler.controlflow.adapter.SignalKind;
import io.weirworks.scheduler.instance.adapter.NodeInstanceKind;
import io.weirworks.scheduler.operation.adapter.OperatorHandlers;
import io.weirworks.scheduler.recurrence.ZoneRulesSource;
import io.weirworks.scheduler.schedule.adapter.ContinueGenerationHandler;
import io.weirworks.scheduler.schedule.adapter.GenerationTimer;
import io.weirworks.scheduler.schedule.adapter.ReplanInstancesHandler;
import io.weirworks.scheduler.schedule.adapter.WorkflowDeployedHandler;
import io.weirworks.scheduler.schedule.adapter.WorkflowScheduleKind;
import io.weirworks.scheduler.schedule.adapter.WorkflowUndeployedHandler;
import io.weirworks.scheduler.workflow.adapter.Definitions;
import io.weirworks.scheduler.workflowinstance.adapter.AwaitOutcomeHandler;
import io.weirworks.scheduler.workflowinstance.adapter.ContinueWorkflowInstanceHandler;
import io.weirworks.scheduler.workflowinstance.adapter.CreateWorkflowInstanceHandler;
import io.weirworks.scheduler.workflowinstance.adapter.ExecutorTimer;
import io.weirworks.scheduler.workflowinstance.adapter.NodeTimers;
import io.weirworks.scheduler.workflowinstance.adapter.OutcomeKnownHandler;
import io.weirworks.scheduler.workflowinstance.adapter.RunEvents;
import io.weirworks.scheduler.workflowinstance.adapter.RunWorkflowHandler;
import io.weirworks.scheduler.workflowinstance.adapter.StopWorkflowInstanceHandler;
import io.weirworks.scheduler.workflowinstance.adapter.WorkflowInstanceKind;
import io.weirworks.scheduler.workflowinstance.adapter.WorkflowInstances;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Tells messaging what scheduler-service decides on. */
@Factory
final class SchedulerFactory {

  @Singleton
  ServiceDefinition definition(
      AvroCodec codec, Commands commands, Internal internal, OfBaselines baselines) {
    return new ServiceDefinition(
        Service.SCHEDULER,
        codec,
        Stream.concat(
                Stream.of(
                    commands.run(),
                    commands.backfill(),
                    commands.cancel(),
                    commands.trigger(),
                    baselines.define(),
                    baselines.remove()),
                Stream.concat(
                    BackfillSteps.handlers(commands.backfills()).stream(),
                    commands.operators().all().stream()))
            .toList(),
        List.of(
            internal.create(),
            internal.stop(),
            internal.report(),
            internal.goOn(),
            internal.generate(),
            internal.replan(),
            internal.await(),
            internal.known()),
        Stream.concat(
                RunEvents.handlers(internal.instances()).stream(),
                Stream.of(internal.deployed(), internal.undeployed()))
            .toList(),
        Definitions.views(),
        List.of(
            Service.REGISTRY.topic(TopicKind.STATE),
            Service.REGISTRY.topic(TopicKind.EVENTS),
            Service.EXECUTOR.topic(TopicKind.EVENTS)),
        List.of(
            BackfillKind.BACKFILL,
            WorkflowInstanceKind.WORKFLOW_INSTANCE,
            NodeInstanceKind.NODE_INSTANCE,
            SignalKind.SIGNAL,
            WorkflowScheduleKind.WORKFLOW_SCHEDULE,
            BaselineKind.BASELINE,
            BaselineInstanceKind.BASELINE_INSTANCE),
        Stream.concat(
                NodeTimers.handlers(internal.instances()).stream(),
                Stream.of(internal.night(), internal.executor(), baselines.day(), baselines.look()))
            .toList());
  }

  /** The tzdata of this process (R23). */
  @Singleton
  ZoneRulesSource zones() {
    return ZoneRulesSource::ofThisProcess;
  }

  /** What anybody may ask. */
  @Singleton
  record Commands(
      RunWorkflowHandler run,
      StartBackfillHandler backfill,
      CancelInstanceHandler cancel,
      TriggerNodeHandler trigger,
      Backfills backfills,
      OperatorHandlers operators) {}

  /** What our own services ask. */
  @Singleton
  record Internal(
      CreateWorkflowInstanceHandler create,
      StopWorkflowInstanceHandler stop,
      ReportWorkflowInstanceHandler report,
      ContinueWorkflowInstanceHandler goOn,
      ContinueGenerationHandler generate,
      ReplanInstancesHandler replan,
      AwaitOutcomeHandler await,
      OutcomeKnownHandler known,
      WorkflowDeployedHandler deployed,
      WorkflowUndeployedHandler undeployed,
      GenerationTimer night,
      ExecutorTimer executor,
      WorkflowInstances instances) {}

  /** What concerns baselines. */
  @Singleton
  record OfBaselines(
      DefineBaselineHandler define,
      RemoveBaselineHandler remove,
      BaselineTimer day,
      BaselineInstanceTimer look) {}
}
