package io.weirworks.scheduler.baseline.adapter;

import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.TimerHandler;
import io.weirworks.messaging.Work;
import jakarta.inject.Singleton;

/** A baseline is looked at: a new day may have come, and others may have become its ancestors. */
@Singleton
public final class BaselineTimer implements TimerHandler {

  static final String KIND = "BASELINE_DAY";

  private final Baselines baselines;

  public BaselineTimer(Baselines baselines) {
    this.baselines = baselines;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Decision decide(String subject, Asked asked, Work work) {
    return work.find(BaselineKind.BASELINE, subject)
        .map(baseline -> baselines.open(baseline, asked.now(), work))
        .orElseGet(Decision::nothing);
  }
}
