package io.weirworks.executor.run;

import static io.weirworks.executor.run.Runs.NOW;
import static io.weirworks.executor.run.Runs.ended;
import static io.weirworks.executor.run.Runs.held;
import static io.weirworks.executor.run.Runs.started;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.executor.claim.Held;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReportDeciderTest {

  private static final Held FIRST = held(1, true, Duration.ofSeconds(10));
  private static final Held SECOND = held(2, true, Duration.ofSeconds(10));
  private static final Report.Verdict WELL = new Report.Succeeded();

  static Stream<Arguments> table() {
    return Stream.of(
        // run, claim, report, what comes of it
        Arguments.of(Runs.queued(), FIRST, started(1, 1), "Started"),
        Arguments.of(Runs.queued(), FIRST, ended(1, 1, WELL), "Succeeded"),
        Arguments.of(Runs.running(), FIRST, started(1, 1), "nothing"),
        Arguments.of(Runs.running(), FIRST, started(1, 2), "nothing"),
        Arguments.of(Runs.running(), FIRST, ended(1, 1, WELL), "nothing"),
        Arguments.of(Runs.running(), FIRST, ended(1, 2, WELL), "Succeeded"),
        Arguments.of(
            Runs.running(), FIRST, ended(1, 2, new Report.Failed("NonZeroExit", "3")), "Failed"),
        Arguments.of(
            Runs.running(), FIRST, ended(1, 2, new Report.Lost("RunLost", "gone")), "Lost"),
        Arguments.of(Runs.unconfirmed(NOW), FIRST, started(1, 2), "Started"),
        Arguments.of(Runs.unconfirmed(NOW), FIRST, ended(1, 2, WELL), "Succeeded"),
        Arguments.of(Runs.requeued(), SECOND, started(1, 9), "evidence"),
        Arguments.of(Runs.requeued(), SECOND, ended(2, 1, WELL), "Succeeded"),
        Arguments.of(Runs.requeued(), null, ended(1, 9, WELL), "evidence"),
        Arguments.of(Runs.succeeded(), null, ended(1, 2, WELL), "nothing"),
        Arguments.of(Runs.succeeded(), null, ended(1, 3, WELL), "evidence"),
        Arguments.of(null, null, ended(1, 1, WELL), "evidence"),
        Arguments.of(
            Runs.running(),
            FIRST,
            new Report("other", 1, 2, new Report.Goes(null, NOW)),
            "evidence"),
        Arguments.of(
            Runs.running(), FIRST, new Report("a", 1, 2, new Report.Unknown()), "evidence"));
  }

  @ParameterizedTest(name = "{2} of {0} -> {3}")
  @MethodSource("table")
  void onlyTheHoldersNewsIsHeard(
      @Nullable Run run, @Nullable Held held, Report report, String what) {
    RunDecision.Accepted decision = (RunDecision.Accepted) ReportDecider.decide(run, held, report);

    assertThat(name(decision)).isEqualTo(what);
  }

  private static String name(RunDecision.Accepted decision) {
    if (decision.events().isEmpty()) {
      return decision.effects().isEmpty() ? "nothing" : "evidence";
    }
    RunEvent event = decision.events().getFirst();
    return event instanceof RunEvent.Ended ended
        ? ended.end().getClass().getSimpleName()
        : event.getClass().getSimpleName();
  }

  @Test
  void endReleasesTheClaimAndItsTimer() {
    RunDecision.Accepted decision =
        (RunDecision.Accepted) ReportDecider.decide(Runs.running(), FIRST, ended(1, 2, WELL));

    assertThat(decision.effects())
        .containsExactly(new RunEffect.ReleaseClaim(), new RunEffect.StopLooking());
  }

  @Test
  void cancelledRunTellsTheReasonThatWasAsked() {
    RunDecision.Accepted decision =
        (RunDecision.Accepted)
            ReportDecider.decide(
                Runs.running(), Runs.cancelled(FIRST), ended(1, 2, new Report.Cancelled()));

    assertThat(decision.events().getFirst())
        .isInstanceOfSatisfying(
            RunEvent.Ended.class,
            end -> assertThat(end.end()).isEqualTo(new RunEnd.Cancelled("enough")));
  }

  @Test
  void runThatSucceededBeforeItWasStoppedDidSucceed() {
    Run after =
        Runs.after(
            Runs.running(),
            ReportDecider.decide(Runs.running(), Runs.cancelled(FIRST), ended(1, 2, WELL)));

    assertThat(after)
        .isNotNull()
        .satisfies(
            run ->
                assertThat(run.status())
                    .isInstanceOfSatisfying(
                        RunStatus.Ended.class,
                        end -> assertThat(end.end()).isEqualTo(new RunEnd.Succeeded())));
  }
}
