package io.weirworks.lineage.impact.adapter;

import io.weirworks.contract.scheduler.NodeInstanceFailed;
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

/**
 * Assesses what a node instance that failed for good leaves undone. The scheduler's word is taken,
 * not the run's: after RunFailed or RunLost an automatic rerun may follow, after this none does,
 * and a node that fails without a run is told only here.
 */
@Singleton
public final class NodeInstanceFailedHandler implements Handler<NodeInstanceFailed> {

  private final Impacts impacts;

  public NodeInstanceFailedHandler(Impacts impacts) {
    this.impacts = impacts;
  }

  @Override
  public Class<NodeInstanceFailed> type() {
    return NodeInstanceFailed.class;
  }

  @Override
  public Optional<String> orderingKey(NodeInstanceFailed event, Envelope envelope, Work work) {
    return Optional.of(event.getWorkflowInstanceId());
  }

  @Override
  public Decision decide(NodeInstanceFailed event, Asked asked, Work work) {
    Impact.Subject subject =
        new Impact.Subject(
            Impacts.id(event.getNodeInstanceId(), "failed", String.valueOf(event.getAttempt())),
            event.getWorkflowInstanceId(),
            Cause.NODE_FAILED,
            event.getNodeInstanceId());
    Job job = new Job(event.getWorkspace(), event.getWorkflow() + "." + event.getNode());
    return impacts.ofNode(subject, job, asked, work);
  }
}
