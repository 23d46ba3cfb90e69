package io.weirworks.executor.runner.adapter;

import io.weirworks.contract.executor.ReportRun;
import io.weirworks.executor.claim.Claimed;
import io.weirworks.executor.claim.adapter.ClaimStore;
import io.weirworks.executor.claim.adapter.EvidenceStore;
import io.weirworks.executor.engine.EngineTag;
import io.weirworks.executor.engine.Observation;
import io.weirworks.executor.engine.SubmitResult;
import io.weirworks.executor.engine.process.LocalProcessEngine;
import io.weirworks.executor.nodetype.LocalSubmissions;
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

  private final LocalProcessEngine engine;
  private final LocalSubmissions submissions;
  private final ClaimStore claims;
  private final EvidenceStore evidence;
  private final InstantSource clock;
  private final String holder;

  RunStart(
      LocalProcessEngine engine,
      LocalSubmissions submissions,
      ClaimStore claims,
      EvidenceStore evidence,
      InstantSource clock,
      RunnerSettings settings) {
    this.engine = engine;
    this.submissions = submissions;
    this.claims = claims;
    this.evidence = evidence;
    this.clock = clock;
    this.holder = settings.holder();
  }

  static EngineTag tag(Claimed claimed) {
    return new EngineTag(UUID.fromString(claimed.runId()), claimed.attempt(), claimed.epoch());
  }

  Started start(Claimed claimed) throws IOException, SQLException, InterruptedException {
    EngineTag tag = tag(claimed);
    if (isSubmitted(tag)) {
      return new Started.Follow(tag);
    }
    Optional<ReportRun> older = evidence.ofOlderClaims(claimed);
    if (older.isPresent()) {
      return new Started.Over(EndReports.evident(claimed, holder, older.get(), clock.instant()));
    }
    NodeCode code = NodeCode.ofJson(claimed.work());
    try {
      Plan plan =
          submissions.plan(code.work(), tag, engine.directory(tag).paths(), clock.instant());
      return switch (plan) {
        case Plan.Refused(var why, String message) ->
            over(claimed, RunError.valueOf(why.name()), message);
        case Plan.Ready ready -> submit(claimed, tag, ready, code);
      };
    } catch (SparkUnavailableException e) {
      return over(claimed, RunError.SUBMIT_FAILED, String.valueOf(e.getMessage()));
    }
  }

  private boolean isSubmitted(EngineTag tag) throws IOException {
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

  private Started submit(Claimed claimed, EngineTag tag, Plan.Ready plan, NodeCode code)
      throws IOException, SQLException, InterruptedException {
    if (!claims.mark(claimed, holder)) {
      return new Started.Gone();
    }
    SubmitResult result = engine.submit(plan.submission().withEnvironment(code.environment()));
    return switch (result) {
      case SubmitResult.Accepted _ when claims.isHeld(claimed.runId(), claimed.epoch()) ->
          new Started.Follow(tag);
      case SubmitResult.Accepted _ -> {
        engine.cancel(tag);
        yield new Started.Gone();
      }
      case SubmitResult.HeldByOther(EngineTag other) -> new Started.Follow(other);
      case SubmitResult.NotStarted(String reason) -> over(claimed, RunError.SUBMIT_FAILED, reason);
    };
  }

  private Started over(Claimed claimed, RunError code, String message) {
    return new Started.Over(
        EndReports.failed(claimed, holder, code.code(), message, clock.instant()));
  }
}
