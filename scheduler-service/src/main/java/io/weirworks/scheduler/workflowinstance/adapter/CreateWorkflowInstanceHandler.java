package io.weirworks.scheduler.workflowinstance.adapter;

import io.weirworks.contract.scheduler.BackfillInstance;
import io.weirworks.contract.scheduler.CreateWorkflowInstance;
import io.weirworks.contract.scheduler.ScheduledInstance;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.generation.SchedulerType;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.workflow.Part;
import io.weirworks.scheduler.workflow.adapter.Definitions;
import io.weirworks.scheduler.workflowinstance.Origin;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes the workflow instance that a schedule or a backfill asks for, of the version that it names.
 */
@Singleton
public final class CreateWorkflowInstanceHandler implements Handler<CreateWorkflowInstance> {

  private final WorkflowInstances instances;
  private final Definitions definitions;
  private final Parts parts;

  public CreateWorkflowInstanceHandler(
      WorkflowInstances instances, Definitions definitions, Parts parts) {
    this.instances = instances;
    this.definitions = definitions;
    this.parts = parts;
  }

  @Override
  public Class<CreateWorkflowInstance> type() {
    return CreateWorkflowInstance.class;
  }

  @Override
  public Optional<String> orderingKey(
      CreateWorkflowInstance command, Envelope envelope, Work work) {
    return Optional.of(command.getWorkflowInstanceId());
  }

  @Override
  public void load(List<CreateWorkflowInstance> commands, Work work) {
    instances.load(
        work,
        commands.stream().map(CreateWorkflowInstance::getWorkflowInstanceId).toList(),
        List.of());
  }

  @Override
  public Decision decide(CreateWorkflowInstance command, Asked asked, Work work) {
    Origin origin = origin(command);
    return instances.create(
        new WorkflowInstanceCommand.CreateWorkflowInstance(
            new WorkflowInstanceId(UUID.fromString(command.getWorkflowInstanceId())),
            origin,
            LocalDate.parse(command.getBizdate()),
            command.getParameters()),
        definitions.pinned(
            work,
            new WorkflowId(command.getWorkflowId()),
            command.getWorkflowVersion(),
            parts.of(origin, work)),
        asked,
        work);
  }

  private static Origin origin(CreateWorkflowInstance command) {
    ScheduledInstance scheduled = command.getScheduled();
    if (scheduled != null) {
      String node = scheduled.getNodeId();
      return new Origin.Scheduled(
          node == null ? new Part.Common() : new Part.Single(new NodeId(node)),
          scheduled.getScheduledTime(),
          SchedulerType.valueOf(scheduled.getSchedulerType().name()),
          scheduled.getNotBefore());
    }
    BackfillInstance instance = command.getOfBackfill();
    String backfill = command.getBackfillId();
    return backfill == null || instance == null
        ? new Origin.Manual()
        : new Origin.OfBackfill(
            new BackfillId(UUID.fromString(backfill)),
            instance.getUnit(),
            instance.getScheduledTime(),
            SchedulerType.valueOf(instance.getSchedulerType().name()),
            instance.getWaitsForTime());
  }
}
