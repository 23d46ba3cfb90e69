package io.weirworks.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhaseTimesTest {

  @Test
  void eachPhaseHasItsTimeAndTheLastLineTheirSum() {
    // given
    Iterator<Instant> clock =
        List.of(0, 14_249, 20_000, 91_300).stream()
            .map(millis -> Instant.EPOCH.plusMillis(millis))
            .iterator();
    PhaseTimes times = new PhaseTimes(clock::next);
    // when
    String up = times.during("platform", () -> "up");
    times.during("backfill", () -> "done");
    // then
    assertThat(up).isEqualTo("up");
    assertThat(times.lines())
        .containsExactly("platform     14.2 s", "backfill     71.3 s", "total        85.5 s");
  }
}
