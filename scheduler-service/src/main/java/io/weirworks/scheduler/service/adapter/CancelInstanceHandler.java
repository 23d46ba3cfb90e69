package io.weirworks.scheduler.service.adapter;

import static io.weirworks.scheduler.backfill.adapter.BackfillKind.BACKFILL;
import static io.weirworks.scheduler.instance.adapter.NodeInstanceKind.NODE_INSTANCE;
import static io.weirworks.scheduler.workflowinstance.adapter.WorkflowInstanceKind.WORKFLOW_INSTANCE;

import io.weirworks.contract.scheduler.CancelInstance;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.adapter.CommandCheck;
import io.weirworks.scheduler.backfill.BackfillCommand;
import io.weirworks.scheduler.backfill.adapter.Backfills;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.NodeInstanceCommand;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand.ForNodeInstance;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand.StopWorkflowInstance;
import io.weirworks.scheduler.workflowinstance.adapter.WorkflowInstances;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cancels a node instance, a workflow instance or a backfill, whichever has the id. */
@Singleton
public final class CancelInstanceHandler implements Handler<CancelInstance> {

  private final WorkflowInstances workflowInstances;
  private final Backfills backfills;

  public CancelInstanceHandler(WorkflowInstances workflowInstances, Backfills backfills) {
    this.workflowInstances = workflowInstances;
    this.backfills = backfills;
  }

  @Override
  public Class<CancelInstance> type() {
    return CancelInstance.class;
  }

  @Override
  public Optional<String> orderingKey(CancelInstance command, Envelope envelope, Work work) {
    String id = command.getInstanceId();
    return work.orderingKey(NODE_INSTANCE, id)
        .or(() -> work.orderingKey(WORKFLOW_INSTANCE, id))
        .or(() -> work.orderingKey(BACKFILL, id));
  }

  @Override
  public Decision decide(CancelInstance command, Asked asked, Work work) {
    Optional<Rejection> wrong = CommandCheck.text("reason", command.getReason());
    return wrong.map(Decision::refused).orElseGet(() -> cancel(command, asked, work));
  }

  private Decision cancel(CancelInstance command, Asked asked, Work work) {
    UUID id = UUID.fromString(command.getInstanceId());
    String reason = command.getReason();
    NodeInstanceId node = new NodeInstanceId(id);
    Optional<WorkflowInstanceId> ofNode = WorkflowInstances.workflowInstanceOf(node, work);
    if (ofNode.isPresent()) {
      var cancel = new ForNodeInstance(node, new NodeInstanceCommand.Cancel(reason));
      return workflowInstances.decide(ofNode.get(), cancel, asked, work);
    }
    return work.orderingKey(WORKFLOW_INSTANCE, command.getInstanceId()).isPresent()
        ? stop(new WorkflowInstanceId(id), reason, asked, work)
        : backfills.decide(
            new BackfillId(id),
            new BackfillCommand.CancelBackfill(new BackfillId(id), reason),
            asked,
            work);
  }

  private Decision stop(WorkflowInstanceId id, @Nullable String reason, Asked asked, Work work) {
    return workflowInstances.decide(id, new StopWorkflowInstance(id, reason), asked, work);
  }
}
