package io.weirworks.scheduler.workflow;

import java.time.Duration;

/**
 * Automatic reruns (dataworks-semantics 3.8).
 *
 * @param mode DENIED switches them off
 * @param times 0 to 10: 3 reruns are up to 4 runs
 * @param interval from the failure to the next attempt
 */
public record RerunPolicy(RerunMode mode, int times, Duration interval) {

  /** A node that is not rerun by itself. */
  public static final RerunPolicy NONE = new RerunPolicy(RerunMode.ALLOWED, 0, Duration.ZERO);

  /** Whether another attempt follows by itself when the {@code attempt}th failed. */
  public boolean allowsAfter(int attempt) {
    return mode != RerunMode.DENIED && attempt <= times;
  }

  /** Whether the {@code attempt}th was the last of automatic reruns that there were. */
  public boolean isExhaustedAfter(int attempt) {
    return mode != RerunMode.DENIED && times > 0 && attempt > times;
  }
}
