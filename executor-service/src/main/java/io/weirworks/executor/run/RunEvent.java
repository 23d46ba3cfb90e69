package io.weirworks.executor.run;

import io.weirworks.executor.claim.CancelAsk;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to a run. */
public sealed interface RunEvent {

  /** Changes that are no news to anybody: only the state shows them. */
  sealed interface Untold extends RunEvent {}

  /** Somebody asked to end it; its holder hears so with the next heart-beat. */
  record CancelAsked(CancelAsk ask) implements Untold {}

  /** The application that runs it became known. */
  record ApplicationKnown(long reportNumber, String applicationId) implements Untold {}

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
