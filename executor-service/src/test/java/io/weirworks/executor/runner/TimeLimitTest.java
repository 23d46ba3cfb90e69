package io.weirworks.executor.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.executor.outcome.FailureCode;
import io.weirworks.executor.outcome.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final TimeLimit LIMIT = new TimeLimit(Duration.ofSeconds(60));
  private static final Outcome STOPPED =
      new Outcome.Failed(FailureCode.STOPPED_FROM_OUTSIDE, "stopped", 143);

  @Test
  void timeIsOverAtTheLimit() {
    assertThat(LIMIT.isOver(START, START.plusSeconds(59))).isFalse();
    assertThat(LIMIT.isOver(START, START.plusSeconds(60))).isTrue();
  }

  @Test
  void onlyWhatWasStoppedAfterItsTimeIsTimedOut() {
    assertThat(LIMIT.ended(STOPPED, START, START.plusSeconds(61))).isTrue();
    assertThat(LIMIT.ended(STOPPED, START, START.plusSeconds(5))).isFalse();
    assertThat(LIMIT.ended(new Outcome.Cancelled(), START, START.plusSeconds(61))).isFalse();
    assertThat(
            LIMIT.ended(
                new Outcome.Failed(FailureCode.NON_ZERO_EXIT, "exit code 1", 1),
                START,
                START.plusSeconds(61)))
        .isFalse();
  }
}
