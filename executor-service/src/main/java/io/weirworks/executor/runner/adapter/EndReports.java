package io.weirworks.executor.runner.adapter;

import io.weirworks.contract.executor.OutputKind;
import io.weirworks.contract.executor.OutputValue;
import io.weirworks.contract.executor.ReportPhase;
import io.weirworks.contract.executor.ReportRun;
import io.weirworks.contract.executor.RunOutcome;
import io.weirworks.contract.executor.Statement;
import io.weirworks.contract.executor.StatementOutcome;
import io.weirworks.executor.claim.Claimed;
import io.weirworks.executor.engine.Progress;
import io.weirworks.executor.outcome.Outcome;
import io.weirworks.executor.outcome.RunResult;
import io.weirworks.schemas.RunError;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The end of a run as a report; number and epoch are set when it is sent. */
final class EndReports {

  /** The system output (dataworks-semantics 4.2). */
  private static final String OUTPUTS = "outputs";

  private EndReports() {}

  static ReportRun.Builder blank(Claimed claimed, String holder) {
    return ReportRun.newBuilder()
        .setRunId(claimed.runId())
        .setAttempt(claimed.attempt())
        .setWorkflowInstanceId(claimed.workflowInstanceId())
        .setEpoch(claimed.epoch())
        .setHolder(holder)
        .setReportNumber(0);
  }

  /** One that never ran. */
  static ReportRun.Builder failed(
      Claimed claimed, String holder, String code, String message, Instant now) {
    return blank(claimed, holder)
        .setPhase(ReportPhase.ENDED)
        .setOutcome(RunOutcome.FAILED)
        .setCode(code)
        .setMessage(message)
        .setEndedAt(now);
  }

  /** What an older claim did counts, whatever became of its holder (I2). */
  static ReportRun.Builder evident(
      Claimed claimed, String holder, ReportRun evidence, Instant now) {
    if (evidence.getPhase() == ReportPhase.ENDED) {
      return ReportRun.newBuilder(evidence).setEpoch(claimed.epoch()).setHolder(holder);
    }
    return blank(claimed, holder)
        .setPhase(ReportPhase.ENDED)
        .setOutcome(RunOutcome.LOST)
        .setCode(RunError.RUN_LOST.code())
        .setMessage(
            "runner %s started it under an older claim and nobody can say how it ended"
                .formatted(evidence.getHolder()))
        .setStartedAt(evidence.getStartedAt())
        .setEndedAt(now);
  }

  static ReportRun.Builder ended(
      Claimed claimed,
      String holder,
      RunResult result,
      @Nullable Integer exitCode,
      @Nullable Instant startedAt,
      Instant endedAt) {
    ReportRun.Builder report =
        blank(claimed, holder)
            .setPhase(ReportPhase.ENDED)
            .setExitCode(exitCode)
            .setEngineApplicationId(result.progress().applicationId())
            .setStatements(result.statements().list().stream().map(EndReports::statement).toList())
            .setStatementsOmitted(result.statements().omitted())
            .setMetrics(metrics(result.progress()))
            .setStartedAt(startedAt)
            .setEndedAt(endedAt);
    OutputValue output = output(result.output());
    if (output != null) {
      report.setOutputs(Map.of(OUTPUTS, output));
    }
    return outcome(report, result.outcome());
  }

  private static ReportRun.Builder outcome(ReportRun.Builder report, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Succeeded _ -> report.setOutcome(RunOutcome.SUCCEEDED);
      case Outcome.Cancelled _ -> report.setOutcome(RunOutcome.CANCELLED);
      case Outcome.Failed(var code, String message, var _) ->
          report
              .setOutcome(RunOutcome.FAILED)
              .setCode(RunError.valueOf(code.name()).code())
              .setMessage(message);
      case Outcome.Lost(String reason) ->
          report.setOutcome(RunOutcome.LOST).setCode(RunError.RUN_LOST.code()).setMessage(reason);
    };
  }

  private static Map<String, Long> metrics(Progress progress) {
    Map<String, Long> all = new LinkedHashMap<>();
    put(all, "stages", progress.stages());
    put(all, "tasks", progress.tasks());
    put(all, "tasksFailed", progress.tasksFailed());
    put(all, "cpuMs", progress.cpuMillis());
    put(all, "gcMs", progress.gcMillis());
    put(all, "recordsRead", progress.rowsRead());
    put(all, "bytesRead", progress.bytesRead());
    put(all, "recordsWritten", progress.rowsWritten());
    put(all, "bytesWritten", progress.bytesWritten());
    return all;
  }

  private static void put(Map<String, Long> metrics, String name, long value) {
    if (value != 0) {
      metrics.put(name, value);
    }
  }

  private static @Nullable OutputValue output(io.weirworks.executor.output.OutputValue output) {
    return switch (output) {
      case io.weirworks.executor.output.OutputValue.None _ -> null;
      case io.weirworks.executor.output.OutputValue.Elements(var elements, boolean truncated) ->
          OutputValue.newBuilder()
              .setKind(OutputKind.ELEMENTS)
              .setElements(elements)
              .setTruncated(truncated)
              .build();
      case io.weirworks.executor.output.OutputValue.Table(
              List<String> columns,
              var rows,
              boolean truncated) ->
          OutputValue.newBuilder()
              .setKind(OutputKind.TABLE)
              .setColumns(columns)
              .setRows(rows)
              .setTruncated(truncated)
              .build();
    };
  }

  private static Statement statement(io.weirworks.executor.statement.Statement one) {
    Statement.Builder statement =
        Statement.newBuilder()
            .setIndex(one.index())
            .setText(one.text())
            .setSha256(one.sha256())
            .setLength(one.length())
            .setCurrentDatabase(one.database())
            .setStartedAt(one.start())
            .setDurationMs(one.took().toMillis())
            .setRows(one.rows())
            .setOutcome(StatementOutcome.SUCCEEDED);
    io.weirworks.executor.statement.Statement.Failure failure = one.failure();
    if (failure != null) {
      statement
          .setOutcome(StatementOutcome.FAILED)
          .setErrorCondition(failure.condition())
          .setSqlState(failure.sqlState())
          .setErrorMessage(failure.message());
    }
    return statement.build();
  }
}
