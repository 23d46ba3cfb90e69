package io.weirworks.scheduler.instance;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a node instance that has not ended waits for; the closed list of invariant I5. */
public enum WaitReason {
  /** Upstream instances have not succeeded. */
  UPSTREAM,
  /** Its scheduled time has not come. */
  SCHEDULED_TIME,
  /** It was handed to the executor, which has not answered yet. */
  EXECUTOR,
  /**
   * It was handed to the executor 30 s ago or longer; the command is durable and not sent again.
   */
  EXECUTOR_SILENT,
  /** The executor has queued it: no runner or no compute units are free. */
  RESOURCE,
  /** It runs. */
  RUN_END,
  /** Its holder is silent and the engine has not said what became of the run. */
  RUN_UNCONFIRMED,
  /** It failed and the interval to its automatic rerun is not over. */
  RERUN_INTERVAL,
  /** It was cancelled and its run has not ended. */
  CANCELLATION,
  /** It is a loop: the loops that run have not ended. */
  LOOP_END,
  /** It is a trigger node and its signal has not come. */
  SIGNAL,
  /** An operator froze it. */
  FROZEN,
  /** None of the nodes that it depends on has an instance that day. */
  ISOLATED,
  /** An instance that it waits for does not exist and is not to come. */
  UPSTREAM_NEVER;

  /**
   * How long it may last before somebody should look at it (R19), besides the deadline that a
   * single wait has; null: the deadline alone bounds it.
   */
  public @Nullable Duration bound() {
    return switch (this) {
      case SCHEDULED_TIME, EXECUTOR, RUN_END, RERUN_INTERVAL, LOOP_END -> null;
      case EXECUTOR_SILENT, ISOLATED, UPSTREAM_NEVER -> Duration.ZERO;
      case RUN_UNCONFIRMED, CANCELLATION -> Duration.ofMinutes(10);
      case RESOURCE -> Duration.ofHours(1);
      case UPSTREAM, SIGNAL, FROZEN -> Duration.ofDays(1);
    };
  }

  /** Whose turn it is (R14). */
  public WaitOwner owner() {
    return switch (this) {
      case UPSTREAM -> WaitOwner.UPSTREAM;
      case SCHEDULED_TIME, RERUN_INTERVAL -> WaitOwner.CLOCK;
      case EXECUTOR, EXECUTOR_SILENT, RESOURCE, RUN_UNCONFIRMED, CANCELLATION -> WaitOwner.EXECUTOR;
      case RUN_END -> WaitOwner.ENGINE;
      case LOOP_END -> WaitOwner.ITERATIONS;
      case SIGNAL -> WaitOwner.EXTERNAL_SIGNAL;
      case FROZEN, ISOLATED, UPSTREAM_NEVER -> WaitOwner.OPERATOR;
    };
  }
}
