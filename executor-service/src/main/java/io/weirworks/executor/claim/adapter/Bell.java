package io.weirworks.executor.claim.adapter;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Wakes this process's runner when there may be something to claim. Runners of other processes do
 * not hear it and look by themselves.
 */
@Singleton
public final class Bell {

  private final Semaphore rung = new Semaphore(0);
  private final Runnable hint = this::ring;

  /** Cheap and never waits; many rings before anybody wakes are one. */
  public void ring() {
    if (rung.availablePermits() == 0) {
      rung.release();
    }
  }

  /** The same object each time, so that a transaction rings once. */
  public Runnable hint() {
    return hint;
  }

  /** Returns when it rings, at once where it has rung since the last call, or after this time. */
  public void await(Duration most) throws InterruptedException {
    boolean _ = rung.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
    rung.drainPermits();
  }
}
