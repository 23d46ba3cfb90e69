package io.weirworks.executor.run;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far a run is, as far as events tell: a claim alone tells nothing. */
public sealed interface RunStatus {

  /** It waits for a runner, or one holds it and has not reported yet. */
  record Queued() implements RunStatus {}

  record Running(Instant startedAt) implements RunStatus {}

  /**
   * Its holder is silent; it is not given to another until the holder's host says what became of
   * it, or it is given up.
   */
  record Unconfirmed(@Nullable Instant startedAt, Instant lastHeardAt) implements RunStatus {}

  /** Nothing follows (I1). */
  record Ended(
      RunEnd end,
      @Nullable Integer exitCode,
      Map<String, Long> metrics,
      @Nullable Instant startedAt,
      Instant endedAt)
      implements RunStatus {

    public Ended {
      metrics = Map.copyOf(metrics);
    }
  }

  /** When it began to run; null: it did not, or nobody said so yet. */
  default @Nullable Instant startedAtOrNull() {
    return switch (this) {
      case Queued _ -> null;
      case Running(Instant startedAt) -> startedAt;
      case Unconfirmed(Instant startedAt, var _) -> startedAt;
      case Ended ended -> ended.startedAt();
    };
  }
}
