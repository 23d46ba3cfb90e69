package io.weirworks.scheduler.controlflow;

import java.time.Duration;
import java.time.Instant;

/**
 * A signal for a trigger node's instance (dataworks-semantics 4.8): one that comes early waits for
 * the instance's turn, but not for ever.
 */
public record Signal(Instant receivedAt) {
  /** How long it waits. */
  public static final Duration KEPT = Duration.ofHours(24);

  /** Whether it still counts. */
  public boolean counts(Instant now) {
    return !now.isAfter(receivedAt.plus(KEPT));
  }
}
