package io.weirworks.messaging.projection;

import java.time.Duration;
import java.time.Instant;

/**
 * Why the state topic does not follow a shard's tables.
 *
 * @param lasting whether it stays until something is changed; else it may pass on its own
 */
public record Trouble(int shard, long epoch, String reason, Instant since, boolean lasting) {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Whether it means that the member makes no progress (R39). */
  public boolean isSerious(Instant now) {
    return lasting || since.plus(PATIENCE).isBefore(now);
  }
}
