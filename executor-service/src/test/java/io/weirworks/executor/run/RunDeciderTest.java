package io.weirworks.executor.run;

import static io.weirworks.executor.run.Runs.NOW;
import static io.weirworks.executor.run.Runs.held;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.executor.claim.CancelAsk;
import io.weirworks.executor.claim.Held;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunDeciderTest {

  private static final Instant FIRST_LOOK = NOW.plusSeconds(30);
  private static final Held LIVE = held(1, true, Duration.ofSeconds(10));
  private static final CancelAsk STOP = new CancelAsk("enough", 5);

  private static RunDecision queue(
      @Nullable Run before, RunEnd.@Nullable Refused refusal, @Nullable CancelAsk stop) {
    return RunDecider.queue(before, Runs.IDENTITY, Runs.DEMAND, refusal, stop, NOW, FIRST_LOOK);
  }

  @Test
  void newRunIsQueuedAndLookedAfter() {
    assertThat(queue(null, null, null))
        .isEqualTo(
            RunDecision.of(
                new RunEvent.Queued(Runs.IDENTITY, Runs.DEMAND, NOW),
                new RunEffect.LookAgain(FIRST_LOOK)));
  }

  @Test
  void sameRunAgainHasNoEffectHoweverFarItIs() {
    assertThat(queue(Runs.queued(), null, null)).isEqualTo(RunDecision.nothing());
    assertThat(queue(Runs.running(), null, null)).isEqualTo(RunDecision.nothing());
    assertThat(queue(Runs.succeeded(), null, null)).isEqualTo(RunDecision.nothing());
  }

  @Test
  void onlyRunThatWasRefusedAsNotYetKnownIsTakenAnew() {
    // given
    Run tooEarly =
        Runs.after(null, queue(null, new RunEnd.Refused("NotYetKnown", "not read", null), null));
    Run refused =
        Runs.after(null, queue(null, new RunEnd.Refused("EmptyCode", "empty", null), null));

    // then
    assertThat(Runs.after(tooEarly, queue(tooEarly, null, null))).isEqualTo(Runs.queued());
    assertThat(queue(refused, null, null)).isEqualTo(RunDecision.nothing());
  }

  @Test
  void stopOfRunThatNobodyHoldsEndsItAtOnce() {
    Run after = Runs.after(Runs.queued(), RunDecider.stop(Runs.queued(), null, STOP, NOW));

    assertThat(after).isNotNull().satisfies(run -> assertThat(run.isEnded()).isTrue());
  }

  @Test
  void stopOfHeldRunIsLeftToItsHolder() {
    assertThat(RunDecider.stop(Runs.running(), LIVE, STOP, NOW))
        .isEqualTo(RunDecision.effect(new RunEffect.AskHolderToCancel(STOP)));
  }

  @Test
  void stopBelowTheLastOneIsIgnored() {
    // given
    Held asked = Runs.cancelled(LIVE);

    // then
    assertThat(RunDecider.stop(Runs.running(), asked, new CancelAsk("older", 4), NOW))
        .isEqualTo(RunDecision.nothing());
    assertThat(RunDecider.stop(Runs.running(), asked, new CancelAsk("newer", 6), NOW))
        .isNotEqualTo(RunDecision.nothing());
  }

  @Test
  void stopThatOvertakesItsRunIsRememberedAndEndsIt() {
    // when
    RunDecision early = RunDecider.stop(null, null, STOP, NOW);
    RunDecision.Accepted decision = (RunDecision.Accepted) queue(null, null, STOP);

    // then
    assertThat(early).isEqualTo(RunDecision.effect(new RunEffect.RememberStop(STOP)));
    assertThat(decision.events())
        .satisfiesExactly(
            first -> assertThat(first).isInstanceOf(RunEvent.Queued.class),
            second ->
                assertThat(second)
                    .isInstanceOfSatisfying(
                        RunEvent.Ended.class,
                        ended ->
                            assertThat(ended.end()).isEqualTo(new RunEnd.Cancelled("enough"))));
  }

  @Test
  void cancelOfEndedRunIsDeniedAndStopIsIgnored() {
    assertThat(RunDecider.cancel(Runs.succeeded(), null, null, NOW))
        .isInstanceOfSatisfying(
            RunDecision.Denied.class,
            denied -> assertThat(denied.message()).contains("already ended", "Succeeded"));
    assertThat(RunDecider.stop(Runs.succeeded(), null, STOP, NOW)).isEqualTo(RunDecision.nothing());
  }

  @Test
  void claimThatTheSameTransactionReleasedCountsAsNone() {
    // given a run whose claim ended, and its row as it can still be read
    Run requeued = Runs.requeued();

    // then
    assertThat(RunDecider.cancel(requeued, LIVE, "enough", NOW))
        .isInstanceOfSatisfying(
            RunDecision.Accepted.class, decision -> assertThat(decision.events()).hasSize(1));
    assertThat(ReportDecider.decide(requeued, LIVE, Runs.started(1, 7)))
        .isEqualTo(RunDecision.effect(new RunEffect.KeepEvidence(Runs.started(1, 7))));
  }
}
