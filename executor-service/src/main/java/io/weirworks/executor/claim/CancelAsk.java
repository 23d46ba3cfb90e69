package io.weirworks.executor.claim;

import org.jspecify.annotations.Nullable;

/**
 * Somebody wants a run to end; once asked it is never taken back, so that it wins over any recovery
 * (field-failures 1, "kill wins over recovery").
 *
 * @param reason as somebody said it; null: nobody did
 * @param sequence of the sender's StopRun; 0 where a person asked
 */
public record CancelAsk(@Nullable String reason, long sequence) {

  /** Characters of a reason that are kept. */
  private static final int LONGEST = 1_000;

  public CancelAsk {
    reason = reason == null || reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST);
  }
}
