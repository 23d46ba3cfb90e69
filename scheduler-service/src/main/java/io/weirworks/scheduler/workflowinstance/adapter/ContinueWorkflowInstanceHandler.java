package io.weirworks.scheduler.workflowinstance.adapter;

import io.weirworks.contract.scheduler.ContinueWorkflowInstance;
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

/** Goes on with what a large decision left. */
@Singleton
public final class ContinueWorkflowInstanceHandler implements Handler<ContinueWorkflowInstance> {

  private final WorkflowInstances instances;

  public ContinueWorkflowInstanceHandler(WorkflowInstances instances) {
    this.instances = instances;
  }

  @Override
  public Class<ContinueWorkflowInstance> type() {
    return ContinueWorkflowInstance.class;
  }

  @Override
  public Optional<String> orderingKey(
      ContinueWorkflowInstance command, Envelope envelope, Work work) {
    return Optional.of(command.getWorkflowInstanceId());
  }

  @Override
  public Decision decide(ContinueWorkflowInstance command, Asked asked, Work work) {
    return instances.decide(
        new WorkflowInstanceId(UUID.fromString(command.getWorkflowInstanceId())),
        new WorkflowInstanceCommand.Continue(Continuations.steps(command)),
        asked,
        work);
  }
}
