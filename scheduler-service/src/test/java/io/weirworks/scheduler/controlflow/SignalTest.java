package io.weirworks.scheduler.controlflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row 33: an early signal is kept 24 hours. */
class SignalTest {

  @ParameterizedTest
  @CsvSource({"PT-3H, true", "PT-24H, true", "PT-24H-1S, false", "PT-25H, false"})
  void earlySignalCountsForADay(Duration early, boolean counts) {
    // given
    Instant turn = Instant.parse("2025-11-01T02:30:00Z");
    // when, then
    assertThat(new Signal(turn.plus(early)).counts(turn)).isEqualTo(counts);
  }
}
