package io.weirworks.lineage.impact.adapter;

import io.weirworks.contract.scheduler.NodeInstanceCancelled;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.impact.Cause;
import io.weirworks.lineage.impact.Impact;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Assesses what a cancelled node instance leaves undone: it will not write either. */
@Singleton
public final class NodeInstanceCancelledHandler implements Handler<NodeInstanceCancelled> {

  private final Impacts impacts;

  public NodeInstanceCancelledHandler(Impacts impacts) {
    this.impacts = impacts;
  }

  @Override
  public Class<NodeInstanceCancelled> type() {
    return NodeInstanceCancelled.class;
  }

  @Override
  public Optional<String> orderingKey(NodeInstanceCancelled event, Envelope envelope, Work work) {
    return Optional.of(event.getWorkflowInstanceId());
  }

  @Override
  public Decision decide(NodeInstanceCancelled event, Asked asked, Work work) {
    Impact.Subject subject =
        new Impact.Subject(
            Impacts.id(event.getNodeInstanceId(), "cancelled", String.valueOf(event.getAttempt())),
            event.getWorkflowInstanceId(),
            Cause.NODE_CANCELLED,
            event.getNodeInstanceId());
    Job job = new Job(event.getWorkspace(), event.getWorkflow() + "." + event.getNode());
    return impacts.ofNode(subject, job, asked, work);
  }
}
