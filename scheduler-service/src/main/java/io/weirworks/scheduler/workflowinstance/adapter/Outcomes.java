package io.weirworks.scheduler.workflowinstance.adapter;

import static io.weirworks.scheduler.instance.adapter.NodeInstanceKind.NODE_INSTANCE;

import io.weirworks.contract.Sender;
import io.weirworks.contract.scheduler.AwaitOutcome;
import io.weirworks.contract.scheduler.Outcome;
import io.weirworks.contract.scheduler.OutcomeKnown;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.instance.AwaitedInstance;
import io.weirworks.scheduler.instance.NodeInstanceEvent;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceCreated;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceSucceeded;
import io.weirworks.scheduler.instance.OperatorEvent;
import io.weirworks.scheduler.instance.adapter.NodeInstanceKind;
import io.weirworks.scheduler.instance.adapter.Waiter;
import io.weirworks.scheduler.workflowinstance.Fact;
import io.weirworks.scheduler.workflowinstance.Origin;
import io.weirworks.scheduler.workflowinstance.WorkflowInstancePlan;
import io.weirworks.schemas.Service;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * What instances of other workflow instances are asked and told (DESIGN 5: the waiter asks, the
 * upstream answers whenever its outcome changes).
 *
 * @param early those that wait for instances that this decision makes
 */
record Outcomes(Work work, Map<NodeInstanceId, List<Waiter>> early) {

  /** What a decision needs: only what a schedule made is waited for. */
  static Outcomes of(WorkflowInstancePlan plan, List<Fact> facts, Work work) {
    boolean makes =
        plan.origin() instanceof Origin.Scheduled
            && facts.stream()
                .anyMatch(
                    fact ->
                        fact instanceof Fact.OfNodeInstance(var _, var _, NodeInstanceEvent event)
                            && event instanceof NodeInstanceCreated);
    return new Outcomes(work, makes ? EarlyWaiters.of(plan.id(), work) : Map.of());
  }

  /** Who waits for an instance that this decision makes. */
  List<Waiter> early(NodeInstanceId node) {
    return early.getOrDefault(node, List.of());
  }

  /** What follows from the facts for those that wait. */
  Stream<Effect> follow(List<Fact> facts) {
    return facts.stream()
        .flatMap(
            fact ->
                fact instanceof Fact.OfNodeInstance(NodeInstanceId node, var _, var event)
                    ? follow(node, event)
                    : Stream.empty());
  }

  private Stream<Effect> follow(NodeInstanceId node, NodeInstanceEvent event) {
    return switch (event) {
      case NodeInstanceCreated _ ->
          early(node).isEmpty() ? Stream.empty() : Stream.of(EarlyWaiters.forget(node));
      case NodeInstanceSucceeded _ ->
          waiters(node).map(waiter -> known(node, waiter, Outcome.SATISFIED));
      case OperatorEvent.NodeInstanceSetSuccess _ ->
          waiters(node).map(waiter -> known(node, waiter, Outcome.SATISFIED));
      case OperatorEvent.NodeInstanceReset _ ->
          waiters(node).map(waiter -> known(node, waiter, Outcome.NOT_YET));
      case NodeInstanceEvent.Told _, NodeInstanceEvent.Untold _ -> Stream.empty();
    };
  }

  private Stream<Waiter> waiters(NodeInstanceId node) {
    return Stream.concat(
        early(node).stream(),
        work.find(NODE_INSTANCE, node.value().toString()).stream()
            .flatMap(row -> row.waiters().stream()));
  }

  /** Tells a waiter how an instance stands. */
  static Effect known(NodeInstanceId node, Waiter waiter, Outcome outcome) {
    return ask(
        waiter.workflowInstance(),
        node,
        sequence ->
            OutcomeKnown.newBuilder()
                .setNodeInstanceId(waiter.nodeInstance())
                .setWorkflowInstanceId(waiter.workflowInstance())
                .setSender(new Sender(node.value().toString(), sequence))
                .setOutcome(outcome)
                .build());
  }

  /** Asks an instance how it stands. */
  static Effect await(NodeInstanceId node, WorkflowInstancePlan plan, AwaitedInstance upstream) {
    return ask(
        upstream.workflowInstance().value().toString(),
        node,
        sequence ->
            AwaitOutcome.newBuilder()
                .setSender(new Sender(node.value().toString(), sequence))
                .setWorkflowInstanceId(plan.id().value().toString())
                .setUpstreamNodeInstanceId(upstream.nodeInstance().value().toString())
                .setUpstreamWorkflowInstanceId(upstream.workflowInstance().value().toString())
                .setUpstreamWorkflowId(upstream.workflow().value())
                .setUpstreamNodeId(upstream.node().value())
                .setUpstreamBizdate(upstream.bizdate().toString())
                .build());
  }

  private static Effect ask(
      String orderingKey, NodeInstanceId sender, LongFunction<SpecificRecord> command) {
    SubjectRef<?, ?> subject = NodeInstanceKind.ref(sender);
    return new Effect.Ask(Service.SCHEDULER, orderingKey, subject, command, List.of());
  }
}
