package io.weirworks.scheduler.workflowinstance.adapter;

import static io.weirworks.scheduler.instance.adapter.NodeInstanceKind.NODE_INSTANCE;

import io.weirworks.contract.scheduler.AwaitOutcome;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.dependency.Answer;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.NodeState;
import io.weirworks.scheduler.instance.adapter.AwaitedColumn;
import io.weirworks.scheduler.instance.adapter.NodeInstanceChange;
import io.weirworks.scheduler.instance.adapter.NodeInstanceKind;
import io.weirworks.scheduler.instance.adapter.NodeInstanceRow;
import io.weirworks.scheduler.instance.adapter.Waiter;
import io.weirworks.scheduler.schedule.adapter.UpstreamInstances;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An instance of another workflow instance waits for one here: it is told at once how that stands,
 * and again whenever it changes. Where there is no such instance yet, who waits is kept until there
 * is.
 */
@Singleton
public final class AwaitOutcomeHandler implements Handler<AwaitOutcome> {

  private final UpstreamInstances upstreams;

  public AwaitOutcomeHandler(UpstreamInstances upstreams) {
    this.upstreams = upstreams;
  }

  @Override
  public Class<AwaitOutcome> type() {
    return AwaitOutcome.class;
  }

  @Override
  public Optional<String> orderingKey(AwaitOutcome command, Envelope envelope, Work work) {
    return Optional.of(command.getUpstreamWorkflowInstanceId());
  }

  @Override
  public void load(List<AwaitOutcome> commands, Work work) {
    work.load(
        NODE_INSTANCE, commands.stream().map(AwaitOutcome::getUpstreamNodeInstanceId).toList());
  }

  @Override
  public Decision decide(AwaitOutcome command, Asked asked, Work work) {
    NodeInstanceId upstream =
        new NodeInstanceId(UUID.fromString(command.getUpstreamNodeInstanceId()));
    Waiter waiter = new Waiter(command.getSender().getSubject(), command.getWorkflowInstanceId());
    Optional<NodeInstanceRow> row = work.find(NODE_INSTANCE, upstream.value().toString());
    Answer answer =
        row.map(there -> Answer.ofInstance(there.instance().state() instanceof NodeState.Success))
            .orElseGet(() -> ofMissing(command, asked, work));
    WorkflowInstanceId flow =
        new WorkflowInstanceId(UUID.fromString(command.getUpstreamWorkflowInstanceId()));
    Effect kept =
        row.isPresent()
            ? new Effect.Change<>(
                NodeInstanceKind.ref(upstream), new NodeInstanceChange.AwaitedBy(waiter))
            : EarlyWaiters.keep(upstream, flow, waiter, asked.now());
    return Decision.effects(
        List.of(kept, Outcomes.known(upstream, waiter, AwaitedColumn.outcome(answer))));
  }

  private Answer ofMissing(AwaitOutcome command, Asked asked, Work work) {
    return upstreams.ofMissing(
        new WorkflowId(command.getUpstreamWorkflowId()),
        new NodeId(command.getUpstreamNodeId()),
        LocalDate.parse(command.getUpstreamBizdate()),
        new WorkflowInstanceId(UUID.fromString(command.getUpstreamWorkflowInstanceId())),
        asked.now(),
        work);
  }
}
