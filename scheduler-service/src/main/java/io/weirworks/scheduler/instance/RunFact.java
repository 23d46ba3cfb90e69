package io.weirworks.scheduler.instance;

import io.weirworks.scheduler.controlflow.RunOutput;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the executor told about a run. The sequence is that of the run's event; what is not above
 * the last one seen, or is about another attempt than the present, is stale and changes nothing.
 */
public sealed interface RunFact {
  /** The attempt that the run is, from 1. */
  int attempt();

  /** The sequence of the run's event, from 1. */
  long sequence();

  /** Waits for a runner or compute units. */
  record Queued(int attempt, long sequence) implements RunFact {}

  /** Runs. */
  record Started(int attempt, long sequence, Instant startedAt) implements RunFact {}

  /** Its holder is silent; what became of it is being found out. Another fact follows. */
  record Unconfirmed(int attempt, long sequence) implements RunFact {}

  /** Ended well. {@code startedAt} is null where it is not known. */
  record Succeeded(
      int attempt, long sequence, @Nullable Instant startedAt, Instant endedAt, RunOutput output)
      implements RunFact {

    /** One that put out nothing. */
    public Succeeded(int attempt, long sequence, @Nullable Instant startedAt, Instant endedAt) {
      this(attempt, sequence, startedAt, endedAt, RunOutput.NONE);
    }
  }

  /** Ended badly. */
  record Failed(
      int attempt,
      long sequence,
      Cause cause,
      String code,
      String message,
      @Nullable Integer exitCode,
      @Nullable Instant startedAt,
      Instant endedAt)
      implements RunFact {}

  /** Was stopped, by us or at the executor. */
  record Cancelled(int attempt, long sequence, @Nullable Instant startedAt, Instant endedAt)
      implements RunFact {}

  /** Never became a run: the executor refused it. */
  record Refused(int attempt, long sequence, String code, String message) implements RunFact {

    /**
     * The executor had not yet read a definition that the run needs: send again, it is no failed
     * attempt (DESIGN 2).
     */
    public static final String NOT_YET_KNOWN = "NotYetKnown";
  }

  /** Why a run failed, as far as it decides about reruns. */
  enum Cause {
    /** The code failed. */
    ERROR,
    /** The engine cannot say what became of it. */
    LOST,
    /** It ran longer than its timeout; not rerun. */
    TIMEOUT
  }
}
