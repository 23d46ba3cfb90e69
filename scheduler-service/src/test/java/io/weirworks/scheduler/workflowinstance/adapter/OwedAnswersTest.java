package io.weirworks.scheduler.workflowinstance.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.workflowinstance.adapter.OwedAnswers.Owed;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwedAnswersTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void eachNodeInstanceFallsSilentAtItsOwnTime() {
    // given
    OwedAnswers owed =
        OwedAnswers.of(
            List.of(
                new Owed("third", NOW.plusSeconds(25)),
                new Owed("first", NOW),
                new Owed("second", NOW.plusSeconds(10))));
    // then
    assertThat(owed.silent(NOW.minusSeconds(1))).isEmpty(); // the clock stepped back
    assertThat(owed.next(NOW.minusSeconds(1))).isEqualTo(NOW);
    assertThat(owed.silent(NOW)).containsExactly("first");
    assertThat(owed.next(NOW)).isEqualTo(NOW.plusSeconds(10));
    assertThat(owed.silent(NOW.plusSeconds(60))).containsExactly("first", "second", "third");
    assertThat(owed.next(NOW.plusSeconds(60))).isNull();
  }

  @Test
  void theTimerOfOneThatOwesNothingIsNotSetAgain() {
    assertThat(OwedAnswers.of(List.of()).next(NOW)).isNull();
  }

  @Test
  void whatOneDecisionCannotTakeIsDueAtOnce() {
    // given
    OwedAnswers owed =
        OwedAnswers.of(
            IntStream.range(0, OwedAnswers.AT_ONCE + 1)
                .mapToObj(number -> new Owed("n" + number, NOW.minusSeconds(1)))
                .toList());
    // then
    assertThat(owed.silent(NOW)).hasSize(OwedAnswers.AT_ONCE);
    assertThat(owed.next(NOW)).isEqualTo(NOW.minusSeconds(1));
  }
}
