package io.weirworks.scheduler.instance;

import io.weirworks.scheduler.controlflow.Completion;
import io.weirworks.scheduler.controlflow.LoopProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The states of a node instance (dataworks-semantics 3.5). */
public sealed interface NodeState {

  /** How long the executor may take to answer before it is called silent (DESIGN 5). */
  Duration EXECUTOR_ANSWER = Duration.ofSeconds(30);

  /** After which instances that are waited for are asked again (DESIGN 5). */
  Duration ASKED_AGAIN = Duration.ofMinutes(10);

  /** A run exists at the executor, or will when it reads the command. */
  sealed interface WithRun extends NodeState {
    /** When the run started; null while that is not known. */
    @Nullable Instant startedAt();
  }

  /** The run goes its way as far as anybody knows. */
  sealed interface OnItsWay extends WithRun {}

  /** Nothing follows by itself. */
  sealed interface Ended extends NodeState {}

  /**
   * Upstream instances have not all succeeded; with 0 open ones it waits for the workflow
   * instance's start.
   */
  record NotRun(int openUpstreams) implements NodeState {}

  /** The upstreams have succeeded, the scheduled time has not come. */
  record WaitTime(Instant due) implements NodeState {}

  /**
   * Its own time has come; instances of other workflow instances that it waits for have not
   * succeeded. {@code since}: when it asked them last.
   */
  record WaitOutcomes(Instant since, AwaitedInstances awaited) implements NodeState {}

  /** Handed to the executor. {@code queued}: it has answered so. */
  record WaitResource(Instant since, boolean queued) implements OnItsWay {
    @Override
    public @Nullable Instant startedAt() {
      return null;
    }
  }

  /** The run goes on; the executor ends it at the deadline. */
  record Running(Instant startedAt, Instant deadline) implements OnItsWay {}

  /** The run's holder is silent; {@code before} is the state to which a sign of life leads back. */
  record Unconfirmed(OnItsWay before) implements WithRun {
    @Override
    public @Nullable Instant startedAt() {
      return before.startedAt();
    }
  }

  /** Cancelled, and the run has not ended yet. From here it never runs again (R6). */
  record Cancelling(@Nullable Instant startedAt, @Nullable String reason) implements WithRun {}

  /**
   * An attempt failed, the next begins when the interval is over; a loop goes on at {@code loop}.
   */
  record WaitRerun(Instant due, @Nullable LoopProgress loop) implements NodeState {}

  /** A trigger node's turn has come, its signal has not. */
  record WaitSignal(Instant since) implements NodeState {}

  /**
   * A loop goes round.
   *
   * @param stop why it begins nothing more; null: it goes on
   */
  record Looping(
      Instant startedAt, Instant deadline, LoopProgress progress, @Nullable LoopStop stop)
      implements NodeState {}

  /** Succeeded, a dry run included. */
  record Success(Completion completion) implements Ended {}

  /** Failed for good. */
  record Failure(String code, String message) implements Ended {}

  /** Ended because somebody cancelled it; as a status this is FAILURE. */
  record Cancelled(@Nullable String reason) implements Ended {}

  /** Whether it goes on by itself: it waits for time, executor, a run's end or a signal. */
  default boolean isOpen() {
    return switch (this) {
      case NotRun _, Ended _ -> false;
      case WaitTime _, WaitOutcomes _, WaitRerun _, WaitSignal _, Looping _, WithRun _ -> true;
    };
  }

  /** The status that lists show. */
  default InstanceStatus status() {
    return switch (this) {
      case NotRun _, WaitOutcomes _ -> InstanceStatus.NOT_RUN;
      case WaitTime _, WaitSignal _ -> InstanceStatus.WAIT_TIME;
      case Looping _ -> InstanceStatus.RUNNING;
      case WaitRerun _ -> InstanceStatus.WAIT_RESOURCE;
      case WithRun run ->
          run.startedAt() == null ? InstanceStatus.WAIT_RESOURCE : InstanceStatus.RUNNING;
      case Success _ -> InstanceStatus.SUCCESS;
      case Failure _, Cancelled _ -> InstanceStatus.FAILURE;
    };
  }

  /** Why it has not ended, at this time (I5); empty exactly when it has. */
  default Optional<Wait> waitsFor(Instant now) {
    return switch (this) {
      case NotRun _ -> Optional.of(new Wait(WaitReason.UPSTREAM, null));
      case WaitTime(Instant due) -> Optional.of(new Wait(WaitReason.SCHEDULED_TIME, due));
      case WaitOutcomes(Instant since, AwaitedInstances awaited) ->
          Optional.of(new Wait(awaited.reason(), since.plus(ASKED_AGAIN)));
      case WaitResource(Instant since, boolean queued) -> Optional.of(resource(since, queued, now));
      case Running(Instant _, Instant deadline) ->
          Optional.of(new Wait(WaitReason.RUN_END, deadline));
      case Unconfirmed _ -> Optional.of(new Wait(WaitReason.RUN_UNCONFIRMED, null));
      case Cancelling _ -> Optional.of(new Wait(WaitReason.CANCELLATION, null));
      case WaitRerun(Instant due, var _) -> Optional.of(new Wait(WaitReason.RERUN_INTERVAL, due));
      case WaitSignal _ -> Optional.of(new Wait(WaitReason.SIGNAL, null));
      case Looping(var _, Instant deadline, var _, LoopStop stop) ->
          Optional.of(
              stop == null
                  ? new Wait(WaitReason.LOOP_END, deadline)
                  : new Wait(WaitReason.CANCELLATION, null));
      case Ended _ -> Optional.empty();
    };
  }

  /** The timer that belongs to the state. */
  default Optional<Timer> timer() {
    return switch (this) {
      case WaitTime(Instant due) -> Optional.of(new Timer(Timer.Kind.SCHEDULED_TIME, due));
      case WaitOutcomes(Instant since, var _) ->
          Optional.of(new Timer(Timer.Kind.ASK_AGAIN, since.plus(ASKED_AGAIN)));
      case WaitRerun(Instant due, var _) -> Optional.of(new Timer(Timer.Kind.RERUN, due));
      case Looping(var _, Instant deadline, var _, LoopStop stop) when stop == null ->
          Optional.of(new Timer(Timer.Kind.LOOP_TIMEOUT, deadline));
      case WaitResource(Instant since, boolean queued) when !queued ->
          Optional.of(new Timer(Timer.Kind.EXECUTOR_ANSWER, since.plus(EXECUTOR_ANSWER)));
      case NotRun _, WithRun _, WaitSignal _, Looping _, Ended _ -> Optional.empty();
    };
  }

  private static Wait resource(Instant since, boolean queued, Instant now) {
    if (queued) {
      return new Wait(WaitReason.RESOURCE, null);
    }
    Instant silentFrom = since.plus(EXECUTOR_ANSWER);
    return now.isBefore(silentFrom)
        ? new Wait(WaitReason.EXECUTOR, silentFrom)
        : new Wait(WaitReason.EXECUTOR_SILENT, null);
  }
}
