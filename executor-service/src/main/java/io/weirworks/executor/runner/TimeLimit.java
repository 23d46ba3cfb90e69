package io.weirworks.executor.runner;

import io.weirworks.executor.outcome.FailureCode;
import io.weirworks.executor.outcome.Outcome;
import java.time.Duration;
import java.time.Instant;

/**
 * The time-out of a run, counted from its start on the host, so that a runner that was killed
 * meanwhile comes to the same end.
 *
 * @param timeout from start to end
 */
public record TimeLimit(Duration timeout) {

  public boolean isOver(Instant startedAt, Instant now) {
    return !now.isBefore(startedAt.plus(timeout));
  }

  /** Whether the run was ended because its time was over, and not by anybody else. */
  public boolean ended(Outcome outcome, Instant startedAt, Instant endedAt) {
    return outcome instanceof Outcome.Failed(FailureCode code, var _, var _)
        && code == FailureCode.STOPPED_FROM_OUTSIDE
        && isOver(startedAt, endedAt);
  }

  public String message() {
    return "still running after %d s, the node's time-out".formatted(timeout.toSeconds());
  }
}
