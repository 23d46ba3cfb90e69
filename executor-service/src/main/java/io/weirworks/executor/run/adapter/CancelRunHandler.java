package io.weirworks.executor.run.adapter;

import io.weirworks.contract.executor.CancelRun;
import io.weirworks.executor.claim.Held;
import io.weirworks.executor.claim.adapter.OwnedClaims;
import io.weirworks.executor.run.RunDecider;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.Work;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Somebody outside cancels a run. */
@Singleton
public final class CancelRunHandler implements Handler<CancelRun> {

  private final Decisions decisions;

  CancelRunHandler(Decisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public Class<CancelRun> type() {
    return CancelRun.class;
  }

  /** The command names only the run, so its key is looked up; unknown: refused as not found. */
  @Override
  public Optional<String> orderingKey(CancelRun command, Envelope envelope, Work work) {
    return work.orderingKey(RunKind.RUN, command.getRunId());
  }

  @Override
  public Decision decide(CancelRun command, Asked asked, Work work) {
    String runId = command.getRunId();
    Held held = OwnedClaims.of(work).lock(work, runId).orElse(null);
    return work.find(RunKind.RUN, runId)
        .map(
            run ->
                decisions.of(runId, RunDecider.cancel(run, held, command.getReason(), asked.now())))
        .orElseGet(
            () ->
                Decision.refused(
                    new Rejection(
                        Rejection.NOT_FOUND,
                        "run %s does not exist".formatted(runId),
                        "$.runId",
                        runId)));
  }
}
