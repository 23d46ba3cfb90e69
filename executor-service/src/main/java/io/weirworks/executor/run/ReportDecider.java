package io.weirworks.executor.run;

import io.weirworks.executor.claim.CancelAsk;
import io.weirworks.executor.claim.Held;
import org.jspecify.annotations.Nullable;

/** What a runner's report makes of a run. Only the claim's holder is heard (I1, I2). */
public final class ReportDecider {

  private ReportDecider() {}

  /**
   * Decides on a report.
   *
   * @param claim as it was read; null: nobody holds the run
   */
  public static RunDecision decide(@Nullable Run run, @Nullable Held claim, Report report) {
    if (run != null && run.hasRecorded(report)) {
      return RunDecision.nothing();
    }
    Held held = run == null ? null : run.live(claim);
    if (run == null || held == null || !isOf(held, report)) {
      return RunDecision.effect(new RunEffect.KeepEvidence(report));
    }
    return switch (report.what()) {
      case Report.Goes goes -> goes(run, report, goes);
      case Report.Over over -> RunDecision.end(null, over(run, report, over));
      case Report.Unknown _ -> RunDecision.effect(new RunEffect.KeepEvidence(report));
    };
  }

  private static boolean isOf(Held held, Report report) {
    return held.epoch() == report.epoch() && held.holder().equals(report.holder());
  }

  /** Told when it is news: at the start, and when a silent holder is heard again. */
  private static RunDecision goes(Run run, Report report, Report.Goes goes) {
    String application = goes.applicationId();
    if (!(run.status() instanceof RunStatus.Running)) {
      return RunDecision.of(
          new RunEvent.Started(
              report.holder(), report.epoch(), report.number(), application, goes.startedAt()));
    }
    return application == null || application.equals(run.applicationId())
        ? RunDecision.nothing()
        : RunDecision.of(new RunEvent.ApplicationKnown(report.number(), application));
  }

  private static RunEvent.Ended over(Run run, Report report, Report.Over over) {
    CancelAsk cancel = run.cancel();
    RunEnd end =
        switch (over.verdict()) {
          case Report.Succeeded _ -> new RunEnd.Succeeded();
          case Report.Failed(String code, String message) -> new RunEnd.Failed(code, message);
          case Report.Cancelled _ -> new RunEnd.Cancelled(cancel == null ? null : cancel.reason());
          case Report.Lost(String code, String message) -> new RunEnd.Lost(code, message);
        };
    return new RunEvent.Ended(
        end, report.holder(), report.epoch(), report.number(), over.facts(), over.detail());
  }
}
