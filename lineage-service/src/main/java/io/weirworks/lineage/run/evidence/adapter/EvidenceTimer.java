package io.weirworks.lineage.run.evidence.adapter;

import static io.weirworks.lineage.run.evidence.adapter.EvidenceKind.EVIDENCE;

import io.weirworks.lineage.run.evidence.Evidence;
import io.weirworks.lineage.run.evidence.EvidenceEvent;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.TimerHandler;
import io.weirworks.messaging.Work;
import java.util.List;

/** Evidence is kept no longer: its run's end is long past, or was never heard of. */
public final class EvidenceTimer implements TimerHandler {

  static final String KIND = "evidence";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void load(List<String> subjects, Work work) {
    work.load(EVIDENCE, subjects);
  }

  @Override
  public Decision decide(String subject, Asked asked, Work work) {
    return work.find(EVIDENCE, subject).map(EvidenceTimer::closed).orElseGet(Decision::nothing);
  }

  private static Decision closed(Evidence evidence) {
    return Decision.effects(
        List.of(
            new Effect.Tell<>(
                EvidenceKind.ref(evidence.owner()),
                new EvidenceEvent.Closed(evidence.isDecided()))));
  }
}
