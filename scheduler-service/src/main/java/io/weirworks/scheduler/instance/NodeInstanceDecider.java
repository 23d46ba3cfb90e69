package io.weirworks.scheduler.instance;

import io.weirworks.scheduler.controlflow.Completion;
import io.weirworks.scheduler.decision.Decision;
import io.weirworks.scheduler.decision.Rejection;
import io.weirworks.scheduler.decision.RejectionCode;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.instance.NodeInstanceEvent.CancellationRequested;
import io.weirworks.scheduler.instance.NodeInstanceEvent.ExecutorFellSilent;
import io.weirworks.scheduler.instance.NodeInstanceEvent.LoopStopRequested;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceCancelled;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceSucceeded;
import io.weirworks.scheduler.instance.NodeInstanceEvent.UpstreamEnded;
import io.weirworks.scheduler.instance.NodeInstanceEvent.UpstreamSucceeded;
import io.weirworks.scheduler.instance.NodeState.Cancelling;
import io.weirworks.scheduler.instance.NodeState.Ended;
import io.weirworks.scheduler.instance.NodeState.Looping;
import io.weirworks.scheduler.instance.NodeState.NotRun;
import io.weirworks.scheduler.instance.NodeState.Running;
import io.weirworks.scheduler.instance.NodeState.Unconfirmed;
import io.weirworks.scheduler.instance.NodeState.WaitOutcomes;
import io.weirworks.scheduler.instance.NodeState.WaitRerun;
import io.weirworks.scheduler.instance.NodeState.WaitResource;
import io.weirworks.scheduler.instance.NodeState.WaitSignal;
import io.weirworks.scheduler.instance.NodeState.WaitTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides for one node instance; what follows for its downstream is decided by the workflow
 * instance.
 */
public final class NodeInstanceDecider {

  private NodeInstanceDecider() {}

  /** Decides; stale and repeated input gives no events. */
  public static Decision<NodeInstanceEvent> decide(
      NodeInstance node, NodeInstancePlan plan, NodeInstanceCommand command, Instant now) {
    return switch (command) {
      case NodeInstanceCommand.Start _ -> start(node, plan, now);
      case NodeInstanceCommand.ReleaseUpstream(NodeId upstream) ->
          release(node, plan, upstream, now);
      case NodeInstanceCommand.EndUpstream(NodeId upstream) -> meet(node, plan, upstream, now);
      case NodeInstanceCommand.EndIteration it -> LoopDecider.endIteration(node, plan, it, now);
      case NodeInstanceCommand.LearnOutcome it -> AwaitDecider.learn(node, plan, it, now);
      case NodeInstanceCommand.ReceiveSignal _ -> signal(node, now);
      case NodeInstanceCommand.FireTimer(Timer.Kind kind) -> fire(node, plan, kind, now);
      case NodeInstanceCommand.Cancel(String reason) -> cancel(node, reason, now);
      case NodeInstanceCommand.ReportRun(RunFact fact) ->
          RunFactDecider.decide(node, plan, fact, now);
      case OperatorCommand it -> OperatorDecider.decide(node, plan, it, now);
      case NodeInstanceCommand.Reset it -> RerunDecider.reset(node, it);
      case NodeInstanceCommand.RecountUpstreams _ -> RerunDecider.recount(node, plan, now);
    };
  }

  private static Decision<NodeInstanceEvent> start(
      NodeInstance node, NodeInstancePlan plan, Instant now) {
    return node.state() instanceof NotRun(int open) && open == 0
        ? Decision.of(Turn.come(node, plan, now))
        : Decision.nothing();
  }

  /**
   * A node that was cancelled meanwhile is not released; a node never leaves NotRun while an
   * upstream is open.
   */
  private static Decision<NodeInstanceEvent> release(
      NodeInstance node, NodeInstancePlan plan, NodeId upstream, Instant now) {
    if (!(node.state() instanceof NotRun(int open))
        || open == 0
        || node.interventions().detached().contains(upstream)) {
      return Decision.nothing();
    }
    List<NodeInstanceEvent> events = new ArrayList<>();
    events.add(new UpstreamSucceeded(upstream));
    if (open == 1) {
      events.add(Turn.come(node, plan, now));
    }
    return new Decision.Accepted<>(events);
  }

  /**
   * A join counts anew what has not ended, so that an arm that fails, is rerun and ends again is
   * counted once (dataworks-semantics 13 row 11).
   */
  private static Decision<NodeInstanceEvent> meet(
      NodeInstance node, NodeInstancePlan plan, NodeId upstream, Instant now) {
    if (!(node.state() instanceof NotRun)) {
      return Decision.nothing();
    }
    List<NodeInstanceEvent> events = new ArrayList<>();
    int open = plan.surroundings().openUpstreams().size();
    events.add(new UpstreamEnded(upstream, open));
    if (open == 0) {
      events.add(Turn.come(node, plan, now));
    }
    return new Decision.Accepted<>(events);
  }

  private static Decision<NodeInstanceEvent> signal(NodeInstance node, Instant now) {
    return node.state() instanceof WaitSignal && !node.isFrozen()
        ? Decision.of(
            new NodeInstanceSucceeded(
                node.presentAttempt(), node.runSequence(), false, null, now, Completion.PLAIN))
        : Decision.nothing();
  }

  /**
   * The clock may step back and a timer may be stale: state and due time are looked at again (R17).
   */
  private static Decision<NodeInstanceEvent> fire(
      NodeInstance node, NodeInstancePlan plan, Timer.Kind kind, Instant now) {
    boolean due =
        node.timer().filter(timer -> timer.kind() == kind && !timer.due().isAfter(now)).isPresent();
    if (!due) {
      return Decision.nothing();
    }
    return Decision.of(
        switch (kind) {
          case SCHEDULED_TIME -> AwaitDecider.begin(node, plan, now);
          case RERUN -> Turn.begin(node, plan, now);
          case ASK_AGAIN -> AwaitDecider.askAgain(node, plan, waiting(node), now);
          case EXECUTOR_ANSWER -> new ExecutorFellSilent();
          case LOOP_TIMEOUT -> new LoopStopRequested(new LoopStop(true, null));
        });
  }

  private static WaitOutcomes waiting(NodeInstance node) {
    if (node.state() instanceof WaitOutcomes waiting) {
      return waiting;
    }
    throw new IllegalStateException(node + " has no such timer");
  }

  private static Decision<NodeInstanceEvent> cancel(
      NodeInstance node, @Nullable String reason, Instant now) {
    return switch (node.state()) {
      case NotRun _, WaitTime _, WaitOutcomes _, WaitRerun _, WaitSignal _ ->
          Decision.of(
              new NodeInstanceCancelled(
                  node.presentAttempt(), node.runSequence(), reason, null, now));
      case WaitResource _, Running _, Unconfirmed _ ->
          Decision.of(new CancellationRequested(reason));
      case Looping(var _, var _, var _, LoopStop stop) ->
          stop == null
              ? Decision.of(new LoopStopRequested(new LoopStop(false, reason)))
              : Decision.nothing();
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
}
