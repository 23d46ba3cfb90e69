package io.weirworks.executor.run.adapter;

import io.weirworks.executor.claim.Held;
import io.weirworks.executor.claim.LeaseTerms;
import io.weirworks.executor.claim.adapter.OwnedClaims;
import io.weirworks.executor.claim.adapter.PauseWatch;
import io.weirworks.executor.run.LeaseDecider;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.TimerHandler;
import io.weirworks.messaging.Work;
import jakarta.inject.Singleton;
import java.util.List;

/** Looks at the claim of an open run. */
@Singleton
public final class LeaseTimer implements TimerHandler {

  private final LeaseTerms terms;
  private final PauseWatch pauses;
  private final Decisions decisions;

  LeaseTimer(LeaseTerms terms, PauseWatch pauses, Decisions decisions) {
    this.terms = terms;
    this.pauses = pauses;
    this.decisions = decisions;
  }

  @Override
  public String kind() {
    return Decisions.LEASE;
  }

  @Override
  public void load(List<String> subjects, Work work) {
    OwnedClaims.of(work).lock(work, subjects);
    work.load(RunKind.RUN, subjects);
  }

  @Override
  public Decision decide(String subject, Asked asked, Work work) {
    Held held = OwnedClaims.of(work).lock(work, subject).orElse(null);
    return work.find(RunKind.RUN, subject)
        .map(
            run ->
                decisions.of(
                    subject,
                    LeaseDecider.look(
                        run,
                        held,
                        terms,
                        asked.envelope().time(),
                        pauses.isJustOver(),
                        asked.now())))
        .orElseGet(Decision::nothing);
  }
}
