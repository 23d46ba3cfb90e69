package io.weirworks.scheduler.backfill.adapter;

import io.weirworks.contract.scheduler.ReportWorkflowInstance;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.backfill.BackfillCommand;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.workflowinstance.FlowStatus;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Hears how a workflow instance of a backfill ended. The set of open dates keeps what the sender's
 * sequence would: a date ends once, so a repeated report finds it closed and changes nothing.
 */
@Singleton
public final class ReportWorkflowInstanceHandler implements Handler<ReportWorkflowInstance> {

  private final Backfills backfills;

  public ReportWorkflowInstanceHandler(Backfills backfills) {
    this.backfills = backfills;
  }

  @Override
  public Class<ReportWorkflowInstance> type() {
    return ReportWorkflowInstance.class;
  }

  @Override
  public Optional<String> orderingKey(
      ReportWorkflowInstance command, Envelope envelope, Work work) {
    return Optional.of(command.getBackfillId());
  }

  @Override
  public void load(List<ReportWorkflowInstance> commands, Work work) {
    work.load(
        BackfillKind.BACKFILL,
        commands.stream().map(ReportWorkflowInstance::getBackfillId).distinct().toList());
  }

  @Override
  public Decision decide(ReportWorkflowInstance command, Asked asked, Work work) {
    return backfills.decide(
        new BackfillId(UUID.fromString(command.getBackfillId())),
        new BackfillCommand.ReportWorkflowInstance(
            new WorkflowInstanceId(UUID.fromString(command.getSender().getSubject())),
            LocalDate.parse(command.getBizdate()),
            FlowStatus.valueOf(command.getStatus().name())),
        asked,
        work);
  }
}
