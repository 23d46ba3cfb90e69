package io.weirworks.scheduler.instance;

import io.weirworks.scheduler.controlflow.Control;
import io.weirworks.scheduler.decision.Rejection;
import io.weirworks.scheduler.decision.RejectionCode;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.instance.NodeState.Cancelled;
import io.weirworks.scheduler.instance.NodeState.Ended;
import io.weirworks.scheduler.instance.NodeState.Failure;
import io.weirworks.scheduler.instance.NodeState.Looping;
import io.weirworks.scheduler.instance.NodeState.NotRun;
import io.weirworks.scheduler.instance.NodeState.Success;
import io.weirworks.scheduler.instance.NodeState.WaitOutcomes;
import io.weirworks.scheduler.instance.NodeState.WaitRerun;
import io.weirworks.scheduler.instance.NodeState.WaitSignal;
import io.weirworks.scheduler.instance.NodeState.WaitTime;
import io.weirworks.scheduler.instance.NodeState.WithRun;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** When an operator is refused what he asks of one node instance, and what would be right. */
final class OperatorRefusal {
  private static final int LOWEST = 1;
  private static final int HIGHEST = 8;

  private OperatorRefusal() {}

  static Optional<Rejection> of(NodeInstance node, NodeInstancePlan plan, OperatorCommand command) {
    return switch (command) {
      case OperatorCommand.SetSuccess _ -> inLoop(node, plan).or(() -> notFailed(node));
      case OperatorCommand.Freeze _, OperatorCommand.Unfreeze _ ->
          node.state() instanceof Ended
              ? denied(node, "The node instance has ended; only one that has not can be frozen.")
              : Optional.empty();
      case OperatorCommand.ChangePriority it ->
          wrongPriority(it.priority()).or(() -> begun(node, "has another priority"));
      case OperatorCommand.RemoveDependency it ->
          inLoop(node, plan)
              .or(() -> isJoin(node, plan))
              .or(() -> unknown(node, plan, it))
              .or(() -> notBlocked(node));
      case OperatorCommand.ForceStart _ ->
          inLoop(node, plan)
              .or(() -> isJoin(node, plan))
              .or(() -> begun(node, "can be started by force"))
              .or(() -> isFrozen(node));
    };
  }

  private static Optional<Rejection> inLoop(NodeInstance node, NodeInstancePlan plan) {
    return RerunDecider.insideLoop(node, plan.definition());
  }

  private static Optional<Rejection> notFailed(NodeInstance node) {
    return switch (node.state()) {
      case Failure _, Cancelled _ -> Optional.empty();
      case Success _ -> denied(node, "The node instance has succeeded already.");
      case NotRun _, WaitTime _, WaitOutcomes _, WaitRerun _, WaitSignal _, WithRun _, Looping _ ->
          denied(
              node, "The node instance has not failed; cancel it first, then set it successful.");
    };
  }

  /** A rerun interval ends by itself; whoever wants it to begin at once cancels and reruns it. */
  private static Optional<Rejection> begun(NodeInstance node, String what) {
    return switch (node.state()) {
      case NotRun _, WaitTime _, WaitOutcomes _, WaitSignal _ -> Optional.empty();
      case WaitRerun _, WithRun _, Looping _, Ended _ ->
          denied(node, "Only a node instance that has not begun " + what + "; this one has.");
    };
  }

  private static Optional<Rejection> notBlocked(NodeInstance node) {
    return node.state() instanceof NotRun || node.state() instanceof WaitOutcomes
        ? Optional.empty()
        : denied(node, "The node instance waits for no upstream instance (any more).");
  }

  private static Optional<Rejection> isFrozen(NodeInstance node) {
    return node.isFrozen()
        ? denied(node, "The node instance is frozen; unfreeze it first.")
        : Optional.empty();
  }

  private static Optional<Rejection> isJoin(NodeInstance node, NodeInstancePlan plan) {
    return plan.definition().steering().control() instanceof Control.Meet
        ? denied(
            node,
            "The node is a join, which judges how each of its arms ended: let the arm end, or cancel it.")
        : Optional.empty();
  }

  private static Optional<Rejection> unknown(
      NodeInstance node, NodeInstancePlan plan, OperatorCommand.RemoveDependency command) {
    Set<NodeInstanceId> unknown = new HashSet<>(command.upstreams());
    plan.definition().upstreams().forEach(upstream -> unknown.remove(node.beside(upstream)));
    if (node.state() instanceof WaitOutcomes(var _, AwaitedInstances awaited)) {
      awaited.instances().forEach(upstream -> unknown.remove(upstream.nodeInstance()));
    }
    return unknown.stream()
        .findFirst()
        .map(
            id ->
                new Rejection(
                    RejectionCode.INVALID_PARAMETER,
                    "This is no direct upstream instance that the node instance waits for.",
                    "upstreamInstanceIds",
                    id.value().toString()));
  }

  private static Optional<Rejection> wrongPriority(int priority) {
    return priority >= LOWEST && priority <= HIGHEST
        ? Optional.empty()
        : Optional.of(
            new Rejection(
                RejectionCode.INVALID_PARAMETER,
                "A priority is %d to %d, the larger the more urgent.".formatted(LOWEST, HIGHEST),
                "priority",
                Integer.toString(priority)));
  }

  static Optional<Rejection> denied(NodeInstance node, String message) {
    return Optional.of(
        new Rejection(
            RejectionCode.OPERATION_DENIED, message, "instanceId", node.id().value().toString()));
  }
}
