package io.weirworks.executor.run;

import io.weirworks.executor.claim.CancelAsk;
import io.weirworks.executor.claim.Held;
import io.weirworks.executor.claim.LeaseTerms;
import io.weirworks.schemas.RunError;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at the claim of an open run when its timer is due: only here does a lease end. */
public final class LeaseDecider {

  private LeaseDecider() {}

  /**
   * Decides on the claim.
   *
   * @param due when it was to be looked at
   * @param paused whether this process itself stood still a moment ago
   */
  public static RunDecision look(
      Run run, @Nullable Held claim, LeaseTerms terms, Instant due, boolean paused, Instant now) {
    if (run.isEnded()) {
      return RunDecision.nothing();
    }
    boolean late = paused || Duration.between(due, now).compareTo(terms.lateness()) > 0;
    if (late) { // whoever was held up here may hold up the heart-beats too: nobody is dead (R36b)
      return lookAgain(now.plus(terms.lease()));
    }
    Held held = run.live(claim);
    if (held == null) {
      return unheld(run, terms, now);
    }
    return held.isExpired()
        ? expired(run, held, terms, now)
        : lookAgain(now.plus(held.leaseLeft()).plus(terms.lateness()));
  }

  private static RunDecision lookAgain(Instant at) {
    return RunDecision.effect(new RunEffect.LookAgain(at));
  }

  private static RunDecision unheld(Run run, LeaseTerms terms, Instant now) {
    return switch (run.status()) {
      case RunStatus.Queued _ -> lookAgain(now.plus(terms.lease()));
      case RunStatus.Running _, RunStatus.Unconfirmed _, RunStatus.Ended _ ->
          RunDecision.end(null, lost(run, "its claim is gone without a report", now));
    };
  }

  private static RunDecision expired(Run run, Held held, LeaseTerms terms, Instant now) {
    return switch (run.status()) {
      case RunStatus.Queued _ when !held.marked() -> neverSubmitted(run, held, terms, now);
      case RunStatus.Queued _, RunStatus.Running _ ->
          RunDecision.of(
              new RunEvent.WentSilent(
                  held.holder(), held.epoch(), now.plus(held.leaseLeft()).minus(terms.lease())),
              new RunEffect.LookAgain(now.plus(terms.lease())));
      case RunStatus.Unconfirmed(var _, Instant lastHeardAt) ->
          now.isBefore(lastHeardAt.plus(terms.unconfirmedBound()))
              ? lookAgain(now.plus(terms.lease()))
              : RunDecision.end(null, givenUp(run, held, terms, now));
      case RunStatus.Ended _ -> RunDecision.nothing();
    };
  }

  /** Nothing was started, so it may be given to another; but a cancel wins over any recovery. */
  private static RunDecision neverSubmitted(Run run, Held held, LeaseTerms terms, Instant now) {
    CancelAsk cancel = run.cancel();
    return cancel != null
        ? RunDecision.end(null, RunDecider.cancelled(held.epoch(), cancel, now))
        : RunDecision.of(
            new RunEvent.Requeued(held.epoch()),
            new RunEffect.ReleaseClaim(),
            new RunEffect.LookAgain(now.plus(terms.lease())));
  }

  private static RunEvent.Ended givenUp(Run run, Held held, LeaseTerms terms, Instant now) {
    return lost(
        run,
        "runner %s was not heard for %d s"
            .formatted(held.holder(), terms.unconfirmedBound().toSeconds()),
        now);
  }

  private static RunEvent.Ended lost(Run run, String message, Instant now) {
    return new RunEvent.Ended(
        new RunEnd.Lost(RunError.RUN_LOST.code(), message),
        run.holder(),
        run.epoch(),
        run.reportNumber(),
        new Report.Facts(null, null, Map.of(), run.status().startedAtOrNull(), now),
        null);
  }
}
