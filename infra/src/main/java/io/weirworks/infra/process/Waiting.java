package io.weirworks.infra.process;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Waiting for what other processes do; they do not call us back, so it asks again and again. */
public final class Waiting {

  private static final long PAUSE_MILLIS = 20;

  private Waiting() {}

  /** True as soon as the condition holds, false when it did not within the limit. */
  public static boolean until(Duration limit, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > limit.toNanos()) {
        return false;
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
    return true;
  }

  static CancellationException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    CancellationException cancelled = new CancellationException("interrupted while waiting");
    cancelled.initCause(cause);
    return cancelled;
  }
}
