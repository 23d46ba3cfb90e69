package io.weirworks.executor.runner.adapter;

import io.weirworks.contract.executor.ReportRun;
import io.weirworks.executor.claim.Claimed;
import io.weirworks.executor.engine.Engine;
import io.weirworks.executor.engine.EngineTag;
import io.weirworks.executor.engine.Exit;
import io.weirworks.executor.engine.Observation;
import io.weirworks.executor.engine.Progress;
import io.weirworks.executor.engine.RunFiles;
import io.weirworks.executor.nodetype.NodeEngine;
import io.weirworks.executor.nodetype.NodeType;
import io.weirworks.executor.outcome.Outcome;
import io.weirworks.executor.outcome.RunResult;
import io.weirworks.executor.run.NodeCode;
import io.weirworks.executor.runlog.SecretMask;
import io.weirworks.executor.runner.Hearing;
import io.weirworks.executor.runner.Pace;
import io.weirworks.executor.runner.RunnerSettings;
import io.weirworks.executor.runner.TimeLimit;
import io.weirworks.schemas.RunError;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries one claimed run through, on a thread of its own: starts it, follows it, ships its log and
 * reports its end until that was heard. Interrupted, it leaves the run as it is.
 */
final class RunFollower {

  private static final Logger LOG = LoggerFactory.getLogger(RunFollower.class);

  /** A run that is over sooner is told by its end alone. */
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private static final Duration BEAT = Duration.ofSeconds(2);
  private static final Duration LOG_PATIENCE = Duration.ofSeconds(10);

  private final NodeCode code;
  private final NodeEngine nodes;
  private final RunStart start;
  private final Outbound outbound;
  private final LineageReports lineage;
  private final InstantSource clock;
  private final String holder;
  private final Claimed claimed;
  private final TimeLimit limit;
  private final Runnable told;
  private final Hearing hearing = new Hearing();
  private final RunReports reports;

  /**
   * @param told when its end was told and only its being heard is waited for
   */
  RunFollower(
      NodeEngines engines,
      RunStart start,
      Outbound outbound,
      LineageReports lineage,
      InstantSource clock,
      RunnerSettings settings,
      Claimed claimed,
      Runnable told) {
    this.code = NodeCode.ofJson(claimed.work());
    this.nodes = engines.of(code.work());
    this.start = start;
    this.outbound = outbound;
    this.lineage = lineage;
    this.clock = clock;
    this.holder = settings.holder();
    this.claimed = claimed;
    this.told = told;
    this.reports = new RunReports(outbound, hearing, claimed, holder);
    this.limit = new TimeLimit(Duration.ofSeconds(code.timeoutSeconds()));
  }

  Hearing hearing() {
    return hearing;
  }

  /** Returns when there is nothing left to do about the run. */
  void follow() throws InterruptedException {
    Pace pace = new Pace(Duration.ofMillis(500), Duration.ofSeconds(10));
    while (true) {
      try {
        carry();
        return;
      } catch (IOException | SQLException | KafkaException e) {
        LOG.warn("run {} is tried again: {}", claimed.runId(), e.toString());
        Thread.sleep(pace.next());
      }
    }
  }

  private void carry() throws IOException, SQLException, InterruptedException {
    switch (start.start(claimed, code, nodes)) {
      case RunStart.Started.Gone _ -> LOG.info("run {} is not ours any more", claimed.runId());
      case RunStart.Started.Over(ReportRun.Builder report) -> reports.ended(report, told);
      case RunStart.Started.Follow(EngineTag tag) -> reports.ended(untilEnd(tag), told);
    }
  }

  private ReportRun.Builder untilEnd(EngineTag tag) throws IOException, InterruptedException {
    Engine engine = nodes.engine();
    RunFiles files = nodes.files(tag);
    LogShipment log = new LogShipment(outbound, claimed, files.paths());
    Pace pace = new Pace(Duration.ofMillis(10), Duration.ofMillis(200));
    Observation last = engine.observe(tag);
    while (!last.isFinal()) {
      attend(tag, files, last);
      log.ship();
      Thread.sleep(pace.next());
      last = engine.observe(tag);
    }
    log.finish(LOG_PATIENCE);
    lineage.tell(claimed, files.paths());
    if (last instanceof Observation.Ended(Exit exit, var _) && exit.killed()) {
      awaitHearing();
    }
    return ended(files, last);
  }

  /** Only the heart-beat knows whether somebody asked for the end of what an earlier life ended. */
  private void awaitHearing() throws InterruptedException {
    while (hearing.last().isEmpty() && !hearing.isForgotten()) {
      hearing.await(BEAT);
    }
  }

  /** What must be done about a run that goes on. */
  private void attend(EngineTag tag, RunFiles files, Observation last)
      throws IOException, InterruptedException {
    Instant now = clock.instant();
    Instant startedAt = files.startedAt().orElse(now);
    boolean taken = hearing.isTaken(claimed.epoch());
    if (taken || hearing.isCancelAsked() || limit.isOver(startedAt, now)) {
      LOG.info("run {} is ended, claim taken: {}", claimed.runId(), taken);
      nodes.engine().cancel(tag);
    } else if (!now.isBefore(startedAt.plus(MOMENT))) {
      reports.started(startedAt, applicationId(last));
    }
  }

  private static @Nullable String applicationId(Observation last) {
    return last instanceof Observation.Running(Progress progress) ? progress.applicationId() : null;
  }

  private ReportRun.Builder ended(RunFiles files, Observation last) throws IOException {
    Instant now = clock.instant();
    Instant startedAt = files.startedAt().orElse(null);
    Instant endedAt = files.endedAt().orElse(now);
    RunResult result =
        RunResult.of(
                NodeType.valueOf(code.command()),
                last,
                hearing.isCancelAsked(),
                files.paths(),
                SecretMask.NONE)
            .orElseThrow();
    Integer exitCode = last instanceof Observation.Ended(Exit exit, var _) ? exit.code() : null;
    ReportRun.Builder report =
        EndReports.ended(claimed, holder, result, exitCode, startedAt, endedAt);
    Outcome outcome = result.outcome();
    return startedAt != null && limit.ended(outcome, startedAt, endedAt)
        ? report.setCode(RunError.TIMED_OUT.code()).setMessage(limit.message())
        : report;
  }
}
