package io.weirworks.executor.run;

import io.weirworks.executor.claim.CancelAsk;
import io.weirworks.executor.claim.Held;
import io.weirworks.schemas.CommandError;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is asked of a run: to be made, to be stopped. */
public final class RunDecider {

  private static final String NOT_YET_KNOWN = CommandError.NOT_YET_KNOWN.code();

  private RunDecider() {}

  /**
   * A run is made once: the same run again has no effect, unless it was refused only because
   * something was not yet read here, which is no attempt (DESIGN 2).
   *
   * @param refusal why it cannot be accepted; null: it can
   * @param overtaking a stop that came before the run
   * @param firstLook when its claim is looked at first
   */
  public static RunDecision queue(
      @Nullable Run before,
      RunIdentity identity,
      Demand demand,
      RunEnd.@Nullable Refused refusal,
      @Nullable CancelAsk overtaking,
      Instant now,
      Instant firstLook) {
    if (before != null && !wasNotYetKnown(before)) {
      return RunDecision.nothing();
    }
    if (refusal != null) {
      return RunDecision.of(new RunEvent.Refused(identity, demand, now, refusal));
    }
    RunEvent.Queued queued = new RunEvent.Queued(identity, demand, now);
    return overtaking == null
        ? RunDecision.of(queued, new RunEffect.LookAgain(firstLook))
        : RunDecision.end(queued, cancelled(0, overtaking, now));
  }

  private static boolean wasNotYetKnown(Run run) {
    return run.status() instanceof RunStatus.Ended ended
        && ended.end() instanceof RunEnd.Refused(String code, var _, var _)
        && code.equals(NOT_YET_KNOWN);
  }

  /** The scheduler stops a run; a stop below the last one that was heard is ignored. */
  public static RunDecision stop(
      @Nullable Run run, @Nullable Held claim, CancelAsk stop, Instant now) {
    if (run == null || wasNotYetKnown(run)) {
      return RunDecision.effect(new RunEffect.RememberStop(stop));
    }
    CancelAsk before = run.cancel();
    boolean old = before != null && before.sequence() >= stop.sequence();
    return run.isEnded() || old ? RunDecision.nothing() : cancelOpen(run, claim, stop, now);
  }

  /** Somebody outside cancels a run that there is. */
  public static RunDecision cancel(
      Run run, @Nullable Held claim, @Nullable String reason, Instant now) {
    if (run.status() instanceof RunStatus.Ended ended) {
      return new RunDecision.Denied(
          "run %s has already ended (%s)"
              .formatted(run.identity().runId(), ended.end().getClass().getSimpleName()));
    }
    return run.cancel() == null
        ? cancelOpen(run, claim, new CancelAsk(reason, 0), now)
        : RunDecision.nothing();
  }

  /** One that nobody holds ends at once; else its holder ends it and reports. */
  private static RunDecision cancelOpen(Run run, @Nullable Held claim, CancelAsk ask, Instant now) {
    return run.live(claim) == null
        ? RunDecision.end(null, cancelled(run.epoch(), ask, now))
        : RunDecision.of(new RunEvent.CancelAsked(ask));
  }

  static RunEvent.Ended cancelled(long epoch, CancelAsk ask, Instant now) {
    return new RunEvent.Ended(
        new RunEnd.Cancelled(ask.reason()), null, epoch, 0, Report.Facts.none(now), null);
  }
}
