package io.weirworks.scheduler.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.generation.GenerationHistory;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Satisfied, not yet, never. */
class AnswerTest {

  @Test
  void instanceThatDidNotSucceedMayStillDoSo() {
    assertThat(Answer.ofInstance(true)).isEqualTo(new Answer.Satisfied());
    assertThat(Answer.ofInstance(false)).isEqualTo(new Answer.NotYet());
  }

  @ParameterizedTest(name = "deployed {0}, asked {1}: {2}")
  @CsvSource({
    // D is 2026-03-10; its generation ends with the day before
    "2026-03-01T00:00:00Z, 2026-03-09T12:00:00Z, NotYet",
    "2026-03-01T00:00:00Z, 2026-03-10T12:00:00Z, NotYet",
    "2026-03-09T23:45:00Z, 2026-03-09T23:50:00Z, NotYet",
    "2026-03-09T23:45:00Z, 2026-03-10T00:00:00Z, Never",
    "2026-03-10T09:00:00Z, 2026-03-10T10:00:00Z, Never",
  })
  void dayThatWasGeneratedWithoutTheUpstreamNeverHasIt(
      Instant deployed, Instant now, String answer) {
    // given
    GenerationHistory upstream = Days.of("00 00 07 * * ?", ZoneOffset.UTC, deployed).history();
    // then
    assertThat(Answer.ofMissing(upstream, Days.D, now).getClass().getSimpleName())
        .isEqualTo(answer);
  }
}
