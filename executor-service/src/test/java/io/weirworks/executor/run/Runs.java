package io.weirworks.executor.run;

import io.weirworks.executor.claim.CancelAsk;
import io.weirworks.executor.claim.Held;
import io.weirworks.executor.claim.LeaseTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs and what is said of them, as tests need them. */
final class Runs {

  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  static final Duration LEASE = Duration.ofSeconds(30);
  static final LeaseTerms TERMS = LeaseTerms.of(LEASE, Duration.ofMinutes(10));
  static final RunIdentity IDENTITY =
      new RunIdentity(
          "00000000-0000-0000-0000-000000000001",
          1,
          "ni-1",
          "wi-1",
          "ws-1",
          "demo",
          "wf-1",
          "flights",
          "n-1",
          "clean",
          "EMR_SHELL",
          null,
          null,
          "2026-01-01");
  static final Demand DEMAND = new Demand("default", 1, 250);

  private Runs() {}

  static Run queued() {
    return RunEvolution.evolve(null, new RunEvent.Queued(IDENTITY, DEMAND, NOW));
  }

  static Run running() {
    return RunEvolution.evolve(queued(), new RunEvent.Started("a", 1, 1, null, NOW));
  }

  static Run unconfirmed(Instant lastHeardAt) {
    return RunEvolution.evolve(running(), new RunEvent.WentSilent("a", 1, lastHeardAt));
  }

  static Run requeued() {
    return RunEvolution.evolve(queued(), new RunEvent.Requeued(1));
  }

  static Run succeeded() {
    return RunEvolution.evolve(
        running(),
        new RunEvent.Ended(
            new RunEnd.Succeeded(), "a", 1, 2, Report.Facts.none(NOW), new NoDetail()));
  }

  static Held held(long epoch, boolean marked, Duration leaseLeft) {
    return new Held(epoch, "a", marked, leaseLeft, null);
  }

  static Held cancelled(Held held) {
    return new Held(
        held.epoch(), held.holder(), held.marked(), held.leaseLeft(), new CancelAsk("enough", 5));
  }

  static Report started(long epoch, long number) {
    return new Report("a", epoch, number, new Report.Goes("local-1", NOW));
  }

  static Report ended(long epoch, long number, Report.Verdict verdict) {
    return new Report(
        "a",
        epoch,
        number,
        new Report.Over(verdict, new Report.Facts(null, 0, Map.of(), NOW, NOW), new NoDetail()));
  }

  /** The run after what was decided. */
  static @Nullable Run after(@Nullable Run run, RunDecision decision) {
    Run now = run;
    if (decision instanceof RunDecision.Accepted accepted) {
      for (RunEvent event : accepted.events()) {
        now = RunEvolution.evolve(now, event);
      }
    }
    return now;
  }

  /** Nothing beside the end itself. */
  record NoDetail() implements ReportDetail {}
}
