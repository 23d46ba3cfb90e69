package io.weirworks.executor.runner.adapter;

import io.weirworks.contract.executor.ReportRun;
import io.weirworks.executor.claim.Claimed;
import io.weirworks.executor.claim.adapter.ClaimMarks;
import io.weirworks.executor.claim.adapter.ClaimStore;
import io.weirworks.executor.claim.adapter.EvidenceStore;
import io.weirworks.executor.engine.Engine;
import io.weirworks.executor.engine.EngineTag;
import io.weirworks.executor.engine.Observation;
import io.weirworks.executor.engine.SubmitResult;
import io.weirworks.executor.nodetype.NodeEngine;
import io.weirworks.executor.nodetype.Plan;
import io.weirworks.executor.run.NodeCode;
import io.weirworks.executor.runner.RunnerSettings;
import io.weirworks.executor.spark.SparkUnavailableException;
import io.weirworks.schemas.RunError;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings a claimed run to the engine, once (I2): evidence is consulted, the claim is marked before
 * the submit and checked after it. Doing it again after any interruption goes on where it stopped.
 */
@Singleton
final class RunStart {

  /** What came of it. */
  sealed interface Started {

    /** The engine has it under this tag: of this claim, or of an older one of the same attempt. */
    record Follow(EngineTag tag) implements Started {}

    /** It ended without running. */
    record Over(ReportRun.Builder report) implements Started {}

    /** The claim is not ours any more; nothing of it runs. */
    record Gone() implements Started {}
  }

  private final ClaimStore claims;
  private final ClaimMarks marks;
  private final EvidenceStore evidence;
  private final InstantSource clock;
  private final String holder;

  RunStart(
      ClaimStore claims,
      ClaimMarks marks,
      EvidenceStore evidence,
      InstantSource clock,
      RunnerSettings settings) {
    this.claims = claims;
    this.marks = marks;
    this.evidence = evidence;
    this.clock = clock;
    this.holder = settings.holder();
  }

  static EngineTag tag(Claimed claimed) {
    return new EngineTag(UUID.fromString(claimed.runId()), claimed.attempt(), claimed.epoch());
  }

  /**
   * Starts it.
   *
   * @param nodes what runs it
   */
  Started start(Claimed claimed, NodeCode code, NodeEngine nodes)
      throws IOException, SQLException, InterruptedException {
    EngineTag tag = tag(claimed);
    if (isSubmitted(nodes.engine(), tag)) {
      return new Started.Follow(tag);
    }
    Optional<ReportRun> older = evidence.ofOlderClaims(claimed);
    if (older.isPresent()) {
      return new Started.Over(EndReports.evident(claimed, holder, older.get(), clock.instant()));
    }
    try {
      return switch (nodes.plan(code.work(), tag, clock.instant())) {
        case Plan.Refused(var why, String message) ->
            over(claimed, RunError.valueOf(why.name()), message);
        case Plan.Ready ready -> submit(claimed, nodes.engine(), ready, code);
      };
    } catch (SparkUnavailableException e) {
      return over(claimed, RunError.SUBMIT_FAILED, String.valueOf(e.getMessage()));
    }
  }

  private static boolean isSubmitted(Engine engine, EngineTag tag) throws IOException {
    return switch (engine.observe(tag)) {
      case Observation.Absent _, Observation.Prepared _ -> false;
      case Observation.Starting _,
          Observation.Running _,
          Observation.Unsupervised _,
          Observation.Ended _,
          Observation.Lost _ ->
          true;
    };
  }

  private Started submit(Claimed claimed, Engine engine, Plan.Ready plan, NodeCode code)
      throws IOException, SQLException, InterruptedException {
    if (!marks.mark(claimed, holder)) {
      return new Started.Gone();
    }
    EngineTag tag = tag(claimed);
    SubmitResult result = engine.submit(plan.submission().withEnvironment(code.environment()));
    return switch (result) {
      case SubmitResult.Accepted _ when isOver(engine, tag) || isHeld(claimed) ->
          new Started.Follow(tag);
      case SubmitResult.Accepted _ -> {
        engine.cancel(tag);
        yield new Started.Gone();
      }
      case SubmitResult.HeldByOther(EngineTag other) -> new Started.Follow(other);
      case SubmitResult.NotStarted(String reason) -> over(claimed, RunError.SUBMIT_FAILED, reason);
    };
  }

  /**
   * What has ended cannot be ended for want of a claim; whether it counts is the owner's to say.
   */
  private static boolean isOver(Engine engine, EngineTag tag) throws IOException {
    return engine.observe(tag).isFinal();
  }

  private boolean isHeld(Claimed claimed) throws SQLException {
    return claims.isHeld(claimed.runId(), claimed.epoch());
  }

  private Started over(Claimed claimed, RunError code, String message) {
    return new Started.Over(
        EndReports.failed(claimed, holder, code.code(), message, clock.instant()));
  }
}
