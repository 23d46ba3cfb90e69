package io.weirworks.executor.run;

import io.weirworks.executor.claim.CancelAsk;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The state of a run after an event. */
public final class RunEvolution {

  private RunEvolution() {}

  /**
   * Gives the next state.
   *
   * @throws IllegalStateException where the event cannot follow: a defect of a decision
   */
  public static Run evolve(@Nullable Run before, RunEvent event) {
    return switch (event) {
      case RunEvent.Queued(var identity, var demand, var at) ->
          fresh(identity, demand, at, new RunStatus.Queued());
      case RunEvent.Refused(var identity, var demand, var at, var why) ->
          fresh(identity, demand, at, new RunStatus.Ended(why, null, Map.of(), null, at));
      case RunEvent.Requeued(long epoch) ->
          next(open(before, event), new RunStatus.Queued(), null, epoch, 0, null);
      case RunEvent.Started started ->
          next(
              open(before, event),
              new RunStatus.Running(started.startedAt()),
              started.holder(),
              started.epoch(),
              started.reportNumber(),
              started.applicationId());
      case RunEvent.ApplicationKnown(long number, String application) -> {
        Run run = open(before, event);
        yield next(run, run.status(), run.holder(), run.epoch(), number, application);
      }
      case RunEvent.CancelAsked(CancelAsk ask) -> asked(open(before, event), ask);
      case RunEvent.WentSilent silent -> silent(open(before, event), silent);
      case RunEvent.Ended ended -> ended(open(before, event), ended);
    };
  }

  private static Run fresh(RunIdentity identity, Demand demand, Instant at, RunStatus status) {
    return new Run(identity, demand, at, status, 0, 0, null, null, null);
  }

  private static Run asked(Run run, CancelAsk ask) {
    return new Run(
        run.identity(),
        run.demand(),
        run.queuedAt(),
        run.status(),
        run.epoch(),
        run.reportNumber(),
        run.holder(),
        run.applicationId(),
        ask);
  }

  private static Run silent(Run run, RunEvent.WentSilent event) {
    long number = event.epoch() == run.epoch() ? run.reportNumber() : 0;
    return next(
        run,
        new RunStatus.Unconfirmed(run.status().startedAtOrNull(), event.lastHeardAt()),
        event.holder(),
        event.epoch(),
        number,
        run.applicationId());
  }

  private static Run ended(Run run, RunEvent.Ended event) {
    Report.Facts facts = event.facts();
    RunStatus status =
        new RunStatus.Ended(
            event.end(),
            facts.exitCode(),
            facts.metrics(),
            facts.startedAt() == null ? run.status().startedAtOrNull() : facts.startedAt(),
            facts.endedAt());
    String application =
        facts.applicationId() == null ? run.applicationId() : facts.applicationId();
    return next(run, status, event.holder(), event.epoch(), event.reportNumber(), application);
  }

  private static Run next(
      Run run,
      RunStatus status,
      @Nullable String holder,
      long epoch,
      long reportNumber,
      @Nullable String applicationId) {
    return new Run(
        run.identity(),
        run.demand(),
        run.queuedAt(),
        status,
        epoch,
        reportNumber,
        holder,
        applicationId,
        run.cancel());
  }

  private static Run open(@Nullable Run run, RunEvent event) {
    if (run == null || run.isEnded()) { // I1
      throw new IllegalStateException(event + " cannot follow " + run);
    }
    return run;
  }
}
