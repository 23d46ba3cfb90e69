package io.weirworks.scheduler.baseline.adapter;

import io.weirworks.contract.scheduler.RemoveBaseline;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Removes a baseline. */
@Singleton
public final class RemoveBaselineHandler implements Handler<RemoveBaseline> {

  private final Baselines baselines;

  public RemoveBaselineHandler(Baselines baselines) {
    this.baselines = baselines;
  }

  @Override
  public Class<RemoveBaseline> type() {
    return RemoveBaseline.class;
  }

  @Override
  public Optional<String> orderingKey(RemoveBaseline command, Envelope envelope, Work work) {
    return work.orderingKey(BaselineKind.BASELINE, command.getBaselineId());
  }

  @Override
  public Decision decide(RemoveBaseline command, Asked asked, Work work) {
    return baselines.remove(command.getBaselineId(), work);
  }
}
