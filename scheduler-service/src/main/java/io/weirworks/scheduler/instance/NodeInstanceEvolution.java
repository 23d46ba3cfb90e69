package io.weirworks.scheduler.instance;

import io.weirworks.scheduler.controlflow.LoopProgress;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.instance.NodeInstanceEvent.CancellationRequested;
import io.weirworks.scheduler.instance.NodeInstanceEvent.DispatchRepeated;
import io.weirworks.scheduler.instance.NodeInstanceEvent.LoopAdvanced;
import io.weirworks.scheduler.instance.NodeInstanceEvent.LoopStarted;
import io.weirworks.scheduler.instance.NodeInstanceEvent.LoopStopRequested;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceCancelled;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceCreated;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceDispatched;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceFailed;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceIsolated;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceRerunScheduled;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceStarted;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceSucceeded;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeRunFailed;
import io.weirworks.scheduler.instance.NodeInstanceEvent.OutcomeLearned;
import io.weirworks.scheduler.instance.NodeInstanceEvent.OutcomesAwaited;
import io.weirworks.scheduler.instance.NodeInstanceEvent.RetriesExhausted;
import io.weirworks.scheduler.instance.NodeInstanceEvent.RunConfirmed;
import io.weirworks.scheduler.instance.NodeInstanceEvent.RunObserved;
import io.weirworks.scheduler.instance.NodeInstanceEvent.RunQueued;
import io.weirworks.scheduler.instance.NodeInstanceEvent.RunUnconfirmed;
import io.weirworks.scheduler.instance.NodeInstanceEvent.ScheduledTimeAwaited;
import io.weirworks.scheduler.instance.NodeInstanceEvent.SignalAwaited;
import io.weirworks.scheduler.instance.NodeInstanceEvent.Told;
import io.weirworks.scheduler.instance.NodeInstanceEvent.Untold;
import io.weirworks.scheduler.instance.NodeInstanceEvent.UpstreamEnded;
import io.weirworks.scheduler.instance.NodeInstanceEvent.UpstreamSucceeded;
import io.weirworks.scheduler.instance.NodeInstanceEvent.UpstreamsCounted;
import io.weirworks.scheduler.instance.NodeState.Cancelled;
import io.weirworks.scheduler.instance.NodeState.Cancelling;
import io.weirworks.scheduler.instance.NodeState.Failure;
import io.weirworks.scheduler.instance.NodeState.Looping;
import io.weirworks.scheduler.instance.NodeState.NotRun;
import io.weirworks.scheduler.instance.NodeState.OnItsWay;
import io.weirworks.scheduler.instance.NodeState.Running;
import io.weirworks.scheduler.instance.NodeState.Success;
import io.weirworks.scheduler.instance.NodeState.Unconfirmed;
import io.weirworks.scheduler.instance.NodeState.WaitOutcomes;
import io.weirworks.scheduler.instance.NodeState.WaitRerun;
import io.weirworks.scheduler.instance.NodeState.WaitResource;
import io.weirworks.scheduler.instance.NodeState.WaitSignal;
import io.weirworks.scheduler.instance.NodeState.WaitTime;
import io.weirworks.scheduler.instance.NodeState.WithRun;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies events; all judgement is in the decision that made them. */
final class NodeInstanceEvolution {

  private NodeInstanceEvolution() {}

  static NodeInstance evolve(NodeInstance node, Told event) {
    return switch (event) {
      case NodeInstanceCreated _ -> throw impossible(node, event);
      case NodeInstanceDispatched it ->
          node.withAttempt(it.attempt(), new WaitResource(it.at(), false));
      case NodeInstanceStarted it ->
          node.with(it.runSequence(), new Running(it.startedAt(), it.deadline()));
      case NodeInstanceRerunScheduled it ->
          node.with(it.runSequence(), new WaitRerun(it.rerunAt(), afterFailure(node)));
      case LoopStarted it ->
          node.withAttempt(
              it.attempt(), new Looping(it.startedAt(), it.deadline(), it.progress(), null));
      case NodeInstanceIsolated(var at) ->
          node.with(
              node.runSequence(), new WaitOutcomes(at, new AwaitedInstances(List.of(), true)));
      case NodeRunFailed it -> node.with(it.runSequence(), node.state());
      case RetriesExhausted _ -> node;
      case OperatorEvent it -> OperatorEvolution.evolve(node, it);
      case NodeInstanceSucceeded it -> node.ended(it.runSequence(), new Success(it.completion()));
      case NodeInstanceFailed it ->
          node.ended(it.runSequence(), new Failure(it.code(), it.message()));
      case NodeInstanceCancelled it -> node.ended(it.runSequence(), new Cancelled(it.reason()));
    };
  }

  static NodeInstance evolve(NodeInstance node, Untold event) {
    return switch (event) {
      case OutcomesAwaited(AwaitedInstances awaited, var at) ->
          node.with(node.runSequence(), new WaitOutcomes(at, awaited));
      case OutcomeLearned(AwaitedInstances awaited, var since) ->
          node.with(node.runSequence(), new WaitOutcomes(since, awaited));
      case UpstreamSucceeded _ -> node.with(node.runSequence(), oneUpstreamFewer(node, event));
      case UpstreamEnded(var _, int open) -> node.with(node.runSequence(), new NotRun(open));
      case UpstreamsCounted(List<NodeId> open) ->
          node.with(node.runSequence(), new NotRun(open.size()));
      case SignalAwaited(var since) -> node.with(node.runSequence(), new WaitSignal(since));
      case LoopAdvanced(LoopProgress progress) -> {
        Looping looping = looping(node, event);
        yield node.with(
            node.runSequence(),
            new Looping(looping.startedAt(), looping.deadline(), progress, looping.stop()));
      }
      case LoopStopRequested(LoopStop stop) -> {
        Looping looping = looping(node, event);
        yield node.with(
            node.runSequence(),
            new Looping(
                looping.startedAt(), looping.deadline(), looping.progress().stopped(), stop));
      }
      case ScheduledTimeAwaited(var due) -> node.with(node.runSequence(), new WaitTime(due));
      case RunQueued(long runSequence) -> node.with(runSequence, queued(node, event));
      case RunUnconfirmed(long runSequence) -> node.with(runSequence, unconfirmed(node, event));
      case RunConfirmed(long runSequence) -> node.with(runSequence, confirmed(node, event));
      case RunObserved(long runSequence) -> node.with(runSequence, node.state());
      case DispatchRepeated(long runSequence, var _, var _) -> node.with(runSequence, node.state());
      case NodeInstanceEvent.ExecutorFellSilent _ -> node;
      case CancellationRequested(var reason) ->
          node.with(node.runSequence(), new Cancelling(run(node, event).startedAt(), reason));
    };
  }

  private static @Nullable LoopProgress afterFailure(NodeInstance node) {
    return node.state() instanceof Looping looping ? looping.progress().afterFailure() : null;
  }

  private static Looping looping(NodeInstance node, NodeInstanceEvent event) {
    if (node.state() instanceof Looping looping) {
      return looping;
    }
    throw impossible(node, event);
  }

  private static NodeState oneUpstreamFewer(NodeInstance node, NodeInstanceEvent event) {
    if (node.state() instanceof NotRun(int open) && open > 0) {
      return new NotRun(open - 1);
    }
    throw impossible(node, event);
  }

  private static NodeState queued(NodeInstance node, NodeInstanceEvent event) {
    return switch (run(node, event)) {
      case WaitResource(Instant since, boolean _) -> new WaitResource(since, true);
      case Unconfirmed(WaitResource(Instant since, boolean _)) -> new WaitResource(since, true);
      case Unconfirmed _, Running _, Cancelling _ -> throw impossible(node, event);
    };
  }

  private static NodeState unconfirmed(NodeInstance node, NodeInstanceEvent event) {
    if (node.state() instanceof OnItsWay before) {
      return new Unconfirmed(before);
    }
    throw impossible(node, event);
  }

  private static NodeState confirmed(NodeInstance node, NodeInstanceEvent event) {
    if (node.state() instanceof Unconfirmed(OnItsWay before)) {
      return before;
    }
    throw impossible(node, event);
  }

  private static WithRun run(NodeInstance node, NodeInstanceEvent event) {
    if (node.state() instanceof WithRun run) {
      return run;
    }
    throw impossible(node, event);
  }

  private static IllegalStateException impossible(NodeInstance node, NodeInstanceEvent event) {
    return new IllegalStateException(event + " cannot happen to " + node);
  }
}
