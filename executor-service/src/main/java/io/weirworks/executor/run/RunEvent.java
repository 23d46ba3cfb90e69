package io.weirworks.executor.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to a run. */
public sealed interface RunEvent {

  /** It was accepted and waits for a runner. */
  record Queued(RunIdentity identity, Demand demand, Instant at) implements RunEvent {}

  /** It could not be accepted; terminal. */
  record Refused(RunIdentity identity, Demand demand, Instant at, RunEnd.Refused why)
      implements RunEvent {}

  /** The claim of this epoch ended before anything was submitted; it waits again. */
  record Requeued(long epoch) implements RunEvent {}

  record Started(
      String holder,
      long epoch,
      long reportNumber,
      @Nullable String applicationId,
      Instant startedAt)
      implements RunEvent {}

  /** Its holder is silent. */
  record WentSilent(String holder, long epoch, Instant lastHeardAt) implements RunEvent {}

  /**
   * It ended; terminal.
   *
   * @param holder null where nobody held it
   * @param detail null where no runner reported the end
   */
  record Ended(
      RunEnd end,
      @Nullable String holder,
      long epoch,
      long reportNumber,
      Report.Facts facts,
      @Nullable ReportDetail detail)
      implements RunEvent {}
}
