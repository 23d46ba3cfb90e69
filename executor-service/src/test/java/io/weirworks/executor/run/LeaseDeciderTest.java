package io.weirworks.executor.run;

import static io.weirworks.executor.run.Runs.LEASE;
import static io.weirworks.executor.run.Runs.NOW;
import static io.weirworks.executor.run.Runs.TERMS;
import static io.weirworks.executor.run.Runs.held;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.executor.claim.Held;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LeaseDeciderTest {

  private static final Duration LIVE = Duration.ofSeconds(10);
  private static final Duration EXPIRED = Duration.ofSeconds(-1);
  private static final Instant LONG_AGO = NOW.minus(TERMS.unconfirmedBound());

  private static RunDecision.Accepted look(Run run, @Nullable Held held) {
    return (RunDecision.Accepted) LeaseDecider.look(run, held, TERMS, NOW, false, NOW);
  }

  static Stream<Arguments> table() {
    return Stream.of(
        // run, claim, what is told, whether the claim goes
        Arguments.of("queued", Runs.queued(), null, "", false),
        Arguments.of("queued", Runs.queued(), held(1, false, LIVE), "", false),
        Arguments.of("queued", Runs.queued(), held(1, false, EXPIRED), "Requeued", true),
        Arguments.of(
            "queued", Runs.queued(), Runs.cancelled(held(1, false, EXPIRED)), "Cancelled", true),
        Arguments.of("queued", Runs.queued(), held(1, true, EXPIRED), "WentSilent", false),
        Arguments.of("running", Runs.running(), held(1, true, LIVE), "", false),
        Arguments.of("running", Runs.running(), held(1, true, EXPIRED), "WentSilent", false),
        Arguments.of("running", Runs.running(), null, "Lost", true),
        Arguments.of(
            "unconfirmed", Runs.unconfirmed(NOW.minus(LEASE)), held(1, true, EXPIRED), "", false),
        Arguments.of(
            "unconfirmed", Runs.unconfirmed(LONG_AGO), held(1, true, EXPIRED), "Lost", true),
        Arguments.of("unconfirmed", Runs.unconfirmed(LONG_AGO), held(1, true, LIVE), "", false),
        Arguments.of("requeued", Runs.requeued(), held(1, true, EXPIRED), "", false));
  }

  @ParameterizedTest(name = "{0}, {2} -> {3}")
  @MethodSource("table")
  void leaseEndsAsItsRunAndItsMarkSay(
      String name, Run run, @Nullable Held held, String told, boolean released) {
    RunDecision.Accepted decision = look(run, held);

    List<String> names = decision.events().stream().map(LeaseDeciderTest::name).toList();
    assertThat(String.join(",", names)).isEqualTo(told);
    assertThat(decision.effects().contains(new RunEffect.ReleaseClaim())).isEqualTo(released);
  }

  private static String name(RunEvent event) {
    return event instanceof RunEvent.Ended ended
        ? ended.end().getClass().getSimpleName()
        : event.getClass().getSimpleName();
  }

  @ParameterizedTest(name = "{0}, {2}")
  @MethodSource("table")
  void openRunIsAlwaysLookedAtAgain(
      String name, Run run, @Nullable Held held, String told, boolean released) {
    RunDecision.Accepted decision = look(run, held);

    Run after = Runs.after(run, decision);
    assertThat(after).isNotNull();
    boolean again = decision.effects().stream().anyMatch(RunEffect.LookAgain.class::isInstance);
    assertThat(again).isEqualTo(after != null && !after.isEnded());
  }

  @Test
  void detectorThatWasPausedDeclaresNobodyDead() {
    // given a claim that ran out
    Held silent = held(1, true, EXPIRED);

    // when the look itself comes late, or the process stood still
    RunDecision late =
        LeaseDecider.look(
            Runs.running(), silent, TERMS, NOW.minus(Duration.ofMinutes(2)), false, NOW);
    RunDecision paused = LeaseDecider.look(Runs.running(), silent, TERMS, NOW, true, NOW);

    // then
    RunDecision again = RunDecision.effect(new RunEffect.LookAgain(NOW.plus(LEASE)));
    assertThat(late).isEqualTo(again);
    assertThat(paused).isEqualTo(again);
  }

  @Test
  void silentHolderWasHeardLastWhenItsLeaseBegan() {
    RunDecision.Accepted decision = look(Runs.running(), held(1, true, EXPIRED));

    assertThat(decision.events())
        .containsExactly(
            new RunEvent.WentSilent("a", 1, NOW.minus(LEASE).minus(Duration.ofSeconds(1))));
  }

  @Test
  void endedRunIsNotLookedAt() {
    assertThat(LeaseDecider.look(Runs.succeeded(), null, TERMS, NOW, false, NOW))
        .isEqualTo(RunDecision.nothing());
  }
}
