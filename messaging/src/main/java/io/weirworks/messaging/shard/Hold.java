package io.weirworks.messaging.shard;

import java.time.Instant;

/**
 * Why a shard that is owned stands still: nothing behind this input is decided until it can be
 * handled or an operator's skip names it (DESIGN 2).
 *
 * @param since when it first stood there
 * @param retryAt {@link System#nanoTime()} of the next try
 */
record Hold(Input.Original input, String reason, Instant since, long retryAt) {

  int shard() {
    return input.shard();
  }

  boolean isBefore(Input.Original other) {
    return input.stop().equals(other.stop());
  }

  Hold since(Instant earlier) {
    return new Hold(input, reason, earlier, retryAt);
  }

  Stopped stopped() {
    return new Stopped(
        shard(), input.stop(), "stands before " + input.stop() + ": " + reason, since);
  }
}
