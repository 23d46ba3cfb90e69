package io.weirworks.executor.claim;

import java.time.Duration;

/**
 * A runner's hold on a run, as the shard's owner reads it under lock.
 *
 * @param epoch 1, 2, 3 … by claim of the run; the fencing token
 * @param holder name of the runner
 * @param marked whether it was about to submit: from then on only the engine knows whether anything
 *     was started
 * @param leaseLeft by the database's clock; negative: it has run out
 */
public record Held(long epoch, String holder, boolean marked, Duration leaseLeft) {

  public boolean isExpired() {
    return !leaseLeft.isPositive();
  }
}
