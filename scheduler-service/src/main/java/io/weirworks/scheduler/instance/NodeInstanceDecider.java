package io.weirworks.scheduler.instance;

import io.weirworks.scheduler.decision.Decision;
import io.weirworks.scheduler.decision.Rejection;
import io.weirworks.scheduler.decision.RejectionCode;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.instance.NodeInstanceEvent.CancellationRequested;
import io.weirworks.scheduler.instance.NodeInstanceEvent.ExecutorFellSilent;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceCancelled;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceDispatched;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceFailed;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceSucceeded;
import io.weirworks.scheduler.instance.NodeInstanceEvent.ScheduledTimeAwaited;
import io.weirworks.scheduler.instance.NodeInstanceEvent.UpstreamSucceeded;
import io.weirworks.scheduler.instance.NodeState.Cancelling;
import io.weirworks.scheduler.instance.NodeState.Ended;
import io.weirworks.scheduler.instance.NodeState.NotRun;
import io.weirworks.scheduler.instance.NodeState.Running;
import io.weirworks.scheduler.instance.NodeState.Unconfirmed;
import io.weirworks.scheduler.instance.NodeState.WaitRerun;
import io.weirworks.scheduler.instance.NodeState.WaitResource;
import io.weirworks.scheduler.instance.NodeState.WaitTime;
import io.weirworks.scheduler.parameter.ParameterError;
import io.weirworks.scheduler.parameter.ParameterValues;
import io.weirworks.scheduler.parameter.Result;
import io.weirworks.scheduler.parameter.Substitution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides for one node instance; what follows for its downstream is decided by the workflow
 * instance.
 */
public final class NodeInstanceDecider {
  private static final String FROZEN = "NodeFrozen";
  private static final String CONTENT_TOO_LARGE = "ContentTooLarge";

  /** What a command to the executor can carry, whatever the characters (DESIGN 3.5). */
  private static final int MAX_CHARACTERS = 1_200_000;

  private NodeInstanceDecider() {}

  /** Decides; stale and repeated input gives no events. */
  public static Decision<NodeInstanceEvent> decide(
      NodeInstance node, NodeInstancePlan plan, NodeInstanceCommand command, Instant now) {
    return switch (command) {
      case NodeInstanceCommand.Start _ -> start(node, plan, now);
      case NodeInstanceCommand.ReleaseUpstream(NodeId upstream) ->
          release(node, plan, upstream, now);
      case NodeInstanceCommand.FireTimer(Timer.Kind kind) -> fire(node, plan, kind, now);
      case NodeInstanceCommand.Cancel(String reason) -> cancel(node, reason, now);
      case NodeInstanceCommand.ReportRun(RunFact fact) ->
          RunFactDecider.decide(node, plan, fact, now);
    };
  }

  private static Decision<NodeInstanceEvent> start(
      NodeInstance node, NodeInstancePlan plan, Instant now) {
    return node.state() instanceof NotRun(int open) && open == 0
        ? Decision.of(turn(node, plan, now))
        : Decision.nothing();
  }

  /**
   * A node that was cancelled meanwhile is not released; a node never leaves NotRun while an
   * upstream is open.
   */
  private static Decision<NodeInstanceEvent> release(
      NodeInstance node, NodeInstancePlan plan, NodeId upstream, Instant now) {
    if (!(node.state() instanceof NotRun(int open)) || open == 0) {
      return Decision.nothing();
    }
    List<NodeInstanceEvent> events = new ArrayList<>();
    events.add(new UpstreamSucceeded(upstream));
    if (open == 1) {
      events.add(turn(node, plan, now));
    }
    return new Decision.Accepted<>(events);
  }

  /**
   * The clock may step back and a timer may be stale: state and due time are looked at again (R17).
   */
  private static Decision<NodeInstanceEvent> fire(
      NodeInstance node, NodeInstancePlan plan, Timer.Kind kind, Instant now) {
    boolean due =
        node.state()
            .timer()
            .filter(timer -> timer.kind() == kind && !timer.due().isAfter(now))
            .isPresent();
    if (!due) {
      return Decision.nothing();
    }
    return Decision.of(
        switch (kind) {
          case SCHEDULED_TIME, RERUN -> begin(node, plan, now);
          case EXECUTOR_ANSWER -> new ExecutorFellSilent();
        });
  }

  private static Decision<NodeInstanceEvent> cancel(
      NodeInstance node, @Nullable String reason, Instant now) {
    return switch (node.state()) {
      case NotRun _, WaitTime _, WaitRerun _ ->
          Decision.of(
              new NodeInstanceCancelled(node.attempt(), node.runSequence(), reason, null, now));
      case WaitResource _, Running _, Unconfirmed _ ->
          Decision.of(new CancellationRequested(reason));
      case Cancelling _ -> Decision.nothing();
      case Ended _ ->
          new Decision.Rejected<>(
              new Rejection(
                  RejectionCode.OPERATION_DENIED,
                  "The node instance has ended; only one that has not can be cancelled.",
                  "instanceId",
                  node.id().value().toString()));
    };
  }

  private static NodeInstanceEvent turn(NodeInstance node, NodeInstancePlan plan, Instant now) {
    Instant notBefore = plan.notBefore();
    return notBefore != null && notBefore.isAfter(now)
        ? new ScheduledTimeAwaited(notBefore)
        : begin(node, plan, now);
  }

  private static NodeInstanceEvent begin(NodeInstance node, NodeInstancePlan plan, Instant now) {
    return switch (plan.definition().work()) {
      case RUN -> dispatch(node, plan, now);
      case ZERO_LOAD -> new NodeInstanceSucceeded(0, 0, false, null, now);
      case DRY_RUN -> new NodeInstanceSucceeded(0, 0, true, null, now);
      case FROZEN ->
          failed(0, 0, FROZEN, "The node is frozen: it does not run, blocks its downstream.", now);
    };
  }

  private static NodeInstanceEvent dispatch(NodeInstance node, NodeInstancePlan plan, Instant now) {
    return switch (plan.values()) {
      case Result.Value<ParameterValues>(ParameterValues values) -> {
        long characters = Substitution.length(plan.definition().code(), values);
        yield characters > MAX_CHARACTERS
            ? failed(
                node.attempt(),
                node.runSequence(),
                CONTENT_TOO_LARGE,
                "With its parameters put in, the code has %d characters; %d is the most."
                    .formatted(characters, MAX_CHARACTERS),
                now)
            : new NodeInstanceDispatched(node.attempt() + 1, values, now);
      }
      case Result.Refused<ParameterValues>(ParameterError error) ->
          failed(
              node.attempt(),
              node.runSequence(),
              error.code().code(),
              error.expression() + ": " + error.message(),
              now);
    };
  }

  private static NodeInstanceFailed failed(
      int attempt, long runSequence, String code, String message, Instant now) {
    return new NodeInstanceFailed(attempt, runSequence, code, message, null, null, now);
  }
}
