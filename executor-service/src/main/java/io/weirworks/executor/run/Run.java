package io.weirworks.executor.run;

import io.weirworks.executor.claim.CancelAsk;
import io.weirworks.executor.claim.Held;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run of a node.
 *
 * @param epoch of the latest claim that an event told of; 0: none did
 * @param reportNumber of the last report of that epoch that changed something; 0: none did
 * @param holder the runner of that claim
 * @param applicationId in the engine; null: there is none, or none is known
 * @param cancel that it is to end; null: nobody asked
 */
public record Run(
    RunIdentity identity,
    Demand demand,
    Instant queuedAt,
    RunStatus status,
    long epoch,
    long reportNumber,
    @Nullable String holder,
    @Nullable String applicationId,
    @Nullable CancelAsk cancel) {

  public boolean isEnded() {
    return status instanceof RunStatus.Ended;
  }

  /**
   * The claim, unless an earlier decision of the same transaction has released it: its row is still
   * there to be read.
   */
  @Nullable Held live(@Nullable Held held) {
    boolean released =
        isEnded() || (held != null && status instanceof RunStatus.Queued && held.epoch() <= epoch);
    return released ? null : held;
  }

  /** Whether the report is one that was recorded, or older. */
  boolean hasRecorded(Report report) {
    return report.epoch() == epoch && report.number() <= reportNumber;
  }
}
