package io.weirworks.executor.run.adapter;

import io.weirworks.contract.executor.StopRun;
import io.weirworks.executor.claim.CancelAsk;
import io.weirworks.executor.claim.Held;
import io.weirworks.executor.claim.adapter.OwnedClaims;
import io.weirworks.executor.run.RunDecider;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Scheduler stops a run. */
@Singleton
public final class StopRunHandler implements Handler<StopRun> {

  private final Decisions decisions;

  StopRunHandler(Decisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public Class<StopRun> type() {
    return StopRun.class;
  }

  @Override
  public Optional<String> orderingKey(StopRun command, Envelope envelope, Work work) {
    return Optional.of(command.getWorkflowInstanceId());
  }

  @Override
  public void load(List<StopRun> commands, Work work) {
    work.load(RunKind.RUN, commands.stream().map(StopRun::getRunId).toList());
  }

  @Override
  public Decision decide(StopRun command, Asked asked, Work work) {
    String runId = command.getRunId();
    Held held = OwnedClaims.of(work).lock(work, runId).orElse(null);
    CancelAsk stop = new CancelAsk(command.getReason(), command.getSender().getSequence());
    return decisions.of(
        runId,
        RunDecider.stop(work.find(RunKind.RUN, runId).orElse(null), held, stop, asked.now()));
  }
}
