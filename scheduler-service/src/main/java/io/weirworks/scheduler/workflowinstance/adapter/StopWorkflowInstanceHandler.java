package io.weirworks.scheduler.workflowinstance.adapter;

import io.weirworks.contract.scheduler.StopWorkflowInstance;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/**
 * Stops a workflow instance of a cancelled backfill. The state keeps what the sender's sequence
 * would: a stopped workflow instance never goes on, so a late or repeated stop finds it stopping or
 * ended and changes nothing. The creation was sent before, is never parked for a precondition, and
 * so is decided before.
 */
@Singleton
public final class StopWorkflowInstanceHandler implements Handler<StopWorkflowInstance> {

  private final WorkflowInstances instances;

  public StopWorkflowInstanceHandler(WorkflowInstances instances) {
    this.instances = instances;
  }

  @Override
  public Class<StopWorkflowInstance> type() {
    return StopWorkflowInstance.class;
  }

  @Override
  public Optional<String> orderingKey(StopWorkflowInstance command, Envelope envelope, Work work) {
    return Optional.of(command.getWorkflowInstanceId());
  }

  @Override
  public Decision decide(StopWorkflowInstance command, Asked asked, Work work) {
    WorkflowInstanceId id =
        new WorkflowInstanceId(UUID.fromString(command.getWorkflowInstanceId()));
    return instances.decide(
        id, new WorkflowInstanceCommand.StopWorkflowInstance(id, command.getReason()), asked, work);
  }
}
