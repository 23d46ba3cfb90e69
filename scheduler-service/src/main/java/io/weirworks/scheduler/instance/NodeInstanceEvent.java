package io.weirworks.scheduler.instance;

import io.weirworks.scheduler.controlflow.Completion;
import io.weirworks.scheduler.controlflow.Inputs;
import io.weirworks.scheduler.controlflow.LoopProgress;
import io.weirworks.scheduler.identity.Iteration;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.parameter.ParameterValues;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a node instance. Told events are records of the contract and take a sequence;
 * untold ones change the row only, which is how an ordinary node stays within its budget of records
 * (DESIGN 3.8).
 */
public sealed interface NodeInstanceEvent {

  /** An event of the contract, of the same name there. */
  sealed interface Told extends NodeInstanceEvent {}

  /** What an operator did. */
  sealed interface Operated extends Told permits OperatorEvent {}

  /** A change of the row that subscribers see in the state topic only. */
  sealed interface Untold extends NodeInstanceEvent {}

  /** It exists and waits. */
  record NodeInstanceCreated(
      WorkflowInstanceId workflowInstance,
      NodeId node,
      @Nullable Iteration iteration,
      int upstreams)
      implements Told {}

  /**
   * It was handed to the executor, with the values of its parameters and those of others that its
   * code reads.
   */
  record NodeInstanceDispatched(int attempt, ParameterValues parameters, Inputs inputs, Instant at)
      implements Told {}

  /** It is a loop and began to go round. */
  record LoopStarted(int attempt, LoopProgress progress, Instant startedAt, Instant deadline)
      implements Told {}

  /** It runs. */
  record NodeInstanceStarted(int attempt, long runSequence, Instant startedAt, Instant deadline)
      implements Told {}

  /** An attempt failed, another follows by itself. */
  record NodeInstanceRerunScheduled(
      int attempt, long runSequence, String code, String message, Instant rerunAt)
      implements Told {}

  /** A run of it failed; whether another follows is the next event. */
  record NodeRunFailed(
      int attempt, long runSequence, String code, String message, @Nullable Integer exitCode)
      implements Told {}

  /** The last automatic rerun failed. {@code runs} is how many runs that were. */
  record RetriesExhausted(int attempt, int runs, String code, String message) implements Told {}

  /** It succeeded. Attempt 0: without a run. */
  record NodeInstanceSucceeded(
      int attempt,
      long runSequence,
      boolean dryRun,
      @Nullable Instant startedAt,
      Instant endedAt,
      Completion completion)
      implements Told {}

  /** It failed for good. Attempt 0: without a run. */
  record NodeInstanceFailed(
      int attempt,
      long runSequence,
      String code,
      String message,
      @Nullable Integer exitCode,
      @Nullable Instant startedAt,
      Instant endedAt)
      implements Told {}

  /**
   * It was cancelled and does not run (any more). Attempt 0: it had not been handed to the
   * executor.
   */
  record NodeInstanceCancelled(
      int attempt,
      long runSequence,
      @Nullable String reason,
      @Nullable Instant startedAt,
      Instant endedAt)
      implements Told {}

  /** It depends on nodes of which none has an instance that day. */
  record NodeInstanceIsolated(Instant at) implements Told {}

  /** It asks the instances of other workflow instances that it waits for how they stand. */
  record OutcomesAwaited(AwaitedInstances awaited, Instant at) implements Untold {}

  /** One of those that it waits for said how it stands. {@code since}: when it asked last. */
  record OutcomeLearned(AwaitedInstances awaited, Instant since) implements Untold {}

  /** One upstream instance fewer to wait for. */
  record UpstreamSucceeded(NodeId upstream) implements Untold {}

  /** An upstream was set back: it waits for these. */
  record UpstreamsCounted(List<NodeId> openUpstreams) implements Untold {
    public UpstreamsCounted {
      openUpstreams = List.copyOf(openUpstreams);
    }
  }

  /** An upstream of a join ended, however; so many are open still. */
  record UpstreamEnded(NodeId upstream, int openUpstreams) implements Untold {}

  /** It waits for its signal. */
  record SignalAwaited(Instant since) implements Untold {}

  /** Turns of a loop began, ended, or changed how much of them goes on. */
  record LoopAdvanced(LoopProgress progress) implements Untold {}

  /** A loop is to begin nothing more. */
  record LoopStopRequested(LoopStop stop) implements Untold {}

  /** It waits for its scheduled time. */
  record ScheduledTimeAwaited(Instant due) implements Untold {}

  /** The executor has not answered in the time that it may take. */
  record ExecutorFellSilent() implements Untold {}

  /** The executor queued the run. */
  record RunQueued(long runSequence) implements Untold {}

  /** The run's holder is silent. */
  record RunUnconfirmed(long runSequence) implements Untold {}

  /** A run that was unconfirmed goes on as before. */
  record RunConfirmed(long runSequence) implements Untold {}

  /** The executor told something about the run that changes no more than the last sequence seen. */
  record RunObserved(long runSequence) implements Untold {}

  /** The executor did not know enough yet: the same run is sent again. */
  record DispatchRepeated(long runSequence, ParameterValues parameters, Inputs inputs)
      implements Untold {}

  /** Its run is to be stopped. */
  record CancellationRequested(@Nullable String reason) implements Untold {}
}
