package io.weirworks.scheduler.workflowinstance.adapter;

import io.weirworks.contract.scheduler.OutcomeKnown;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.NodeInstanceCommand;
import io.weirworks.scheduler.instance.adapter.AwaitedColumn;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand.ForNodeInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An instance of another workflow instance said how it stands. */
@Singleton
public final class OutcomeKnownHandler implements Handler<OutcomeKnown> {

  private final WorkflowInstances instances;

  public OutcomeKnownHandler(WorkflowInstances instances) {
    this.instances = instances;
  }

  @Override
  public Class<OutcomeKnown> type() {
    return OutcomeKnown.class;
  }

  @Override
  public Optional<String> orderingKey(OutcomeKnown command, Envelope envelope, Work work) {
    return Optional.of(command.getWorkflowInstanceId());
  }

  @Override
  public void load(List<OutcomeKnown> commands, Work work) {
    instances.load(
        work,
        commands.stream().map(OutcomeKnown::getWorkflowInstanceId).distinct().toList(),
        commands.stream().map(OutcomeKnown::getNodeInstanceId).distinct().toList());
  }

  @Override
  public Decision decide(OutcomeKnown command, Asked asked, Work work) {
    var learn =
        new NodeInstanceCommand.LearnOutcome(
            new NodeInstanceId(UUID.fromString(command.getSender().getSubject())),
            command.getSender().getSequence(),
            AwaitedColumn.answer(command.getOutcome()));
    return instances.decide(
        new WorkflowInstanceId(UUID.fromString(command.getWorkflowInstanceId())),
        new ForNodeInstance(
            new NodeInstanceId(UUID.fromString(command.getNodeInstanceId())), learn),
        asked,
        work);
  }
}
