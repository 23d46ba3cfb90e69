package io.weirworks.executor.run.adapter;

import io.weirworks.contract.executor.ReportRun;
import io.weirworks.contract.executor.RunOutcome;
import io.weirworks.executor.claim.Held;
import io.weirworks.executor.claim.adapter.OwnedClaims;
import io.weirworks.executor.run.Report;
import io.weirworks.executor.run.ReportDecider;
import io.weirworks.executor.run.Run;
import io.weirworks.executor.run.RunDecision;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import io.weirworks.schemas.RunError;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A runner reports. */
@Singleton
public final class ReportRunHandler implements Handler<ReportRun> {

  private final Decisions decisions;

  ReportRunHandler(Decisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public Class<ReportRun> type() {
    return ReportRun.class;
  }

  @Override
  public Optional<String> orderingKey(ReportRun command, Envelope envelope, Work work) {
    return Optional.of(command.getWorkflowInstanceId());
  }

  @Override
  public void load(List<ReportRun> commands, Work work) {
    List<String> runs = commands.stream().map(ReportRun::getRunId).toList();
    OwnedClaims.of(work).lock(work, runs);
    work.load(RunKind.RUN, runs);
  }

  @Override
  public Decision decide(ReportRun command, Asked asked, Work work) {
    String runId = command.getRunId();
    Held held = OwnedClaims.of(work).lock(work, runId).orElse(null);
    Run run = work.find(RunKind.RUN, runId).orElse(null);
    RunDecision decision = ReportDecider.decide(run, held, report(command, asked.now()));
    return decisions.of(command, decision);
  }

  private static Report report(ReportRun command, Instant now) {
    return new Report(
        command.getHolder(), command.getEpoch(), command.getReportNumber(), what(command, now));
  }

  private static Report.What what(ReportRun command, Instant now) {
    Instant startedAt = command.getStartedAt();
    return switch (command.getPhase()) {
      case STARTED, PROGRESS ->
          new Report.Goes(command.getEngineApplicationId(), startedAt == null ? now : startedAt);
      case ENDED ->
          new Report.Over(
              verdict(command),
              facts(command, now),
              new ReportedDetail(
                  command.getOutputs(), command.getStatements(), command.getStatementsOmitted()));
      case UNKNOWN -> new Report.Unknown();
    };
  }

  private static Report.Facts facts(ReportRun command, Instant now) {
    Instant endedAt = command.getEndedAt();
    return new Report.Facts(
        command.getEngineApplicationId(),
        command.getExitCode(),
        command.getMetrics(),
        command.getStartedAt(),
        endedAt == null ? now : endedAt);
  }

  private static Report.Verdict verdict(ReportRun command) {
    RunOutcome outcome = command.getOutcome() == null ? RunOutcome.UNKNOWN : command.getOutcome();
    return switch (outcome) {
      case SUCCEEDED -> new Report.Succeeded();
      case FAILED ->
          new Report.Failed(
              told(command.getCode(), RunError.ENGINE_FAILED.code()),
              told(command.getMessage(), "its runner did not say why"));
      case CANCELLED -> new Report.Cancelled();
      case LOST ->
          new Report.Lost(
              RunError.RUN_LOST.code(), told(command.getMessage(), "its runner lost it"));
      case UNKNOWN ->
          new Report.Lost(
              RunError.RUN_LOST.code(), "its runner told an outcome that is not known here");
    };
  }

  private static String told(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
