package io.weirworks.lineage.run.history.adapter;

import io.weirworks.contract.executor.RunStarted;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import java.util.Optional;

/** A run of ours began: for lineage that is nothing, for the history of runs it is news. */
public final class RunStartedHandler implements Handler<RunStarted> {

  @Override
  public Class<RunStarted> type() {
    return RunStarted.class;
  }

  @Override
  public Optional<String> orderingKey(RunStarted event, Envelope envelope, Work work) {
    return Optional.of(event.getWorkflowInstanceId());
  }

  @Override
  public Decision decide(RunStarted event, Asked asked, Work work) {
    return Decision.effects(OurRuns.of(event).stream().map(RunRows::write).toList());
  }
}
