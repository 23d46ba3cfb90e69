package io.weirworks.scheduler.instance;

import io.weirworks.scheduler.decision.Decision;
import io.weirworks.scheduler.decision.Rejection;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.instance.NodeInstanceEvent.UpstreamsCounted;
import io.weirworks.scheduler.instance.NodeState.Ended;
import io.weirworks.scheduler.instance.NodeState.Looping;
import io.weirworks.scheduler.instance.NodeState.NotRun;
import io.weirworks.scheduler.instance.NodeState.Success;
import io.weirworks.scheduler.instance.NodeState.WaitOutcomes;
import io.weirworks.scheduler.instance.NodeState.WaitRerun;
import io.weirworks.scheduler.instance.NodeState.WaitSignal;
import io.weirworks.scheduler.instance.NodeState.WaitTime;
import io.weirworks.scheduler.instance.NodeState.WithRun;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.RerunMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides what a manual rerun does to one node instance (dataworks-semantics 3.8, 5.1). */
public final class RerunDecider {

  private RerunDecider() {}

  /** Why the instance cannot be the one that a rerun is asked for; empty: it can. */
  public static Optional<Rejection> refusal(NodeInstance node, NodeDefinition definition) {
    return insideLoop(node, definition)
        .or(
            () ->
                node.state() instanceof Ended
                    ? deniedBy(definition.rerun().mode(), node)
                    : OperatorRefusal.denied(
                        node, "The node instance has not ended; only one that has can be rerun."));
  }

  /** Why nothing can be done to an instance inside a loop by itself; empty: it is in none. */
  static Optional<Rejection> insideLoop(NodeInstance node, NodeDefinition definition) {
    NodeId loop = definition.steering().loop();
    if (loop == null || node.iteration() == null) {
      return Optional.empty();
    }
    return OperatorRefusal.denied(
        node,
        "The node instance belongs to turn %d of a loop, which began it and judges its end; name the loop's own instance %s."
            .formatted(
                node.iteration().number(),
                NodeInstanceId.of(node.workflowInstanceId(), loop).value()));
  }

  /**
   * Why an instance may not run again, itself or as downstream of another; one that has not ended
   * has not run yet.
   */
  public static Optional<Rejection> deniedBy(RerunMode mode, NodeInstance node) {
    return switch (mode) {
      case ALLOWED -> Optional.empty();
      case FAILURE_ALLOWED ->
          node.state() instanceof Success
              ? OperatorRefusal.denied(
                  node,
                  "The node may be rerun after a failure only (FAILURE_ALLOWED), and this instance succeeded.")
              : Optional.empty();
      case DENIED ->
          node.state() instanceof Ended
              ? OperatorRefusal.denied(node, "The node denies every rerun (DENIED).")
              : Optional.empty();
    };
  }

  /** Sets it back; one that never began only counts its upstream anew. */
  static Decision<NodeInstanceEvent> reset(NodeInstance node, NodeInstanceCommand.Reset command) {
    return switch (node.state()) {
      case NotRun _ -> counted(node, command.openUpstreams());
      case WaitTime _, WaitOutcomes _, WaitRerun _, WaitSignal _, Ended _ ->
          Decision.of(
              new OperatorEvent.NodeInstanceReset(
                  command.rerunOf(), command.openUpstreams(), command.comment()));
      case WithRun _, Looping _ ->
          throw new IllegalStateException(node + " runs and is not to be set back");
    };
  }

  private static Decision<NodeInstanceEvent> counted(NodeInstance node, List<NodeId> open) {
    return node.state().equals(new NotRun(open.size()))
        ? Decision.nothing()
        : Decision.of(new UpstreamsCounted(open));
  }

  /**
   * Counts its upstream anew: what has not begun waits again for one that was set back, and begins
   * where it waits for none. What has begun is not touched (row 20).
   */
  static Decision<NodeInstanceEvent> recount(
      NodeInstance node, NodeInstancePlan plan, Instant now) {
    List<NodeId> open = plan.surroundings().openUpstreams();
    return switch (node.state()) {
      case NotRun _ when open.isEmpty() ->
          new Decision.Accepted<>(List.of(new UpstreamsCounted(open), Turn.come(node, plan, now)));
      case NotRun _ -> counted(node, open);
      case WaitTime _, WaitOutcomes _ ->
          open.isEmpty() ? Decision.nothing() : Decision.of(new UpstreamsCounted(open));
      case WaitRerun _, WaitSignal _, WithRun _, Looping _, Ended _ -> Decision.nothing();
    };
  }
}
