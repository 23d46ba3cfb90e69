package io.weirworks.scheduler.instance;

import io.weirworks.scheduler.decision.Decision;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceIsolated;
import io.weirworks.scheduler.instance.NodeInstanceEvent.OutcomesAwaited;
import io.weirworks.scheduler.instance.NodeState.WaitOutcomes;
import java.time.Instant;
import java.util.List;

/**
 * Decides for a node instance that waits for instances outside its workflow instance (DESIGN 5: the
 * waiter asks, once its own time has come).
 */
final class AwaitDecider {

  private AwaitDecider() {}

  /** Its own time has come and its upstream inside the workflow instance has succeeded. */
  static NodeInstanceEvent begin(NodeInstance node, NodeInstancePlan plan, Instant now) {
    if (plan.definition().dependencies().isEmpty()) {
      return Turn.begin(node, plan, now);
    }
    AwaitedInstances awaited = plan.surroundings().awaited();
    if (awaited.areSatisfied()) {
      return Turn.begin(node, plan, now);
    }
    return awaited.isolated() ? new NodeInstanceIsolated(now) : new OutcomesAwaited(awaited, now);
  }

  /** An instance that it waits for said how it stands. */
  static Decision<NodeInstanceEvent> learn(
      NodeInstance node,
      NodeInstancePlan plan,
      NodeInstanceCommand.LearnOutcome learned,
      Instant now) {
    if (!(node.state() instanceof WaitOutcomes(Instant since, AwaitedInstances awaited))) {
      return Decision.nothing();
    }
    AwaitedInstances after =
        awaited.learning(learned.upstream(), learned.sequence(), learned.answer());
    if (after.equals(awaited)) {
      return Decision.nothing();
    }
    NodeInstanceEvent event = new NodeInstanceEvent.OutcomeLearned(after, since);
    return after.areSatisfied() && !node.isFrozen()
        ? new Decision.Accepted<>(List.of(event, Turn.begin(node, plan, now)))
        : Decision.of(event);
  }

  /** Somebody lets it wait for some of them no longer; what they say later changes nothing. */
  static List<NodeInstanceEvent> detach(
      NodeInstance node,
      NodeInstancePlan plan,
      WaitOutcomes state,
      OperatorCommand.RemoveDependency command,
      Instant now) {
    List<NodeInstanceId> removed =
        state.awaited().open().stream()
            .map(AwaitedInstance::nodeInstance)
            .filter(command.upstreams()::contains)
            .toList();
    if (removed.isEmpty()) {
      return List.of();
    }
    AwaitedInstances left = state.awaited().without(removed);
    NodeInstanceEvent event =
        new OperatorEvent.NodeInstanceDetached(removed, left, command.comment());
    return left.areSatisfied() && !node.isFrozen()
        ? List.of(event, Turn.begin(node, plan, now))
        : List.of(event);
  }

  /**
   * Which instances it waits for is looked up again from time to time, and those that have not
   * succeeded are asked again: a deployment may have changed it, and a schedule may have been
   * generated late.
   */
  static NodeInstanceEvent askAgain(
      NodeInstance node, NodeInstancePlan plan, WaitOutcomes state, Instant now) {
    AwaitedInstances awaited = plan.surroundings().awaited().remembering(state.awaited());
    return awaited.areSatisfied() ? Turn.begin(node, plan, now) : new OutcomesAwaited(awaited, now);
  }
}
