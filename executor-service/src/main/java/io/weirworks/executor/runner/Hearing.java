package io.weirworks.executor.runner;

import io.weirworks.executor.claim.Standing;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the heart-beat said last about one run, and waiting for it to say more. */
public final class Hearing {

  private @Nullable Standing standing;
  private boolean heard;
  private boolean forgotten;

  /**
   * Told by the heart-beat.
   *
   * @param now empty: nobody knows the run any more
   */
  public synchronized void hear(Optional<Standing> now) {
    standing = now.orElse(null);
    forgotten = now.isEmpty();
    heard = true;
    notifyAll();
  }

  /** The last answer; empty while there was none, or nobody knows the run. */
  public synchronized Optional<Standing> last() {
    return Optional.ofNullable(standing);
  }

  public synchronized boolean isForgotten() {
    return forgotten;
  }

  /** Waits for the next answer, no longer than this. */
  public synchronized void await(Duration most) throws InterruptedException {
    heard = false;
    long end = System.nanoTime() + most.toNanos();
    for (long left = end - System.nanoTime(); !heard && left > 0; left = end - System.nanoTime()) {
      wait(left / 1_000_000, (int) (left % 1_000_000));
    }
  }

  /** Whether the claim of this epoch was taken away; an answer that is still to come says no. */
  public synchronized boolean isTaken(long epoch) {
    return forgotten || (standing != null && !standing.holds(epoch));
  }

  public synchronized boolean isCancelAsked() {
    return standing != null && standing.cancelAsked();
  }
}
