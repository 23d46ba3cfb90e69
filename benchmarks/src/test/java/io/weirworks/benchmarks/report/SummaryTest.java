package io.weirworks.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.benchmarks.bank.Saturated;
import io.weirworks.benchmarks.bank.Saturated.Mode;
import io.weirworks.benchmarks.measure.ServerCounters;
import io.weirworks.benchmarks.report.Summary.Spread;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {

  private static Saturated took(Mode mode, int round, double seconds) {
    return new Saturated(
        mode,
        round,
        1000,
        seconds,
        Map.of("jvm", Duration.ofMillis(20), "broker", Duration.ofMillis(10)),
        0,
        0,
        new ServerCounters(0, 0, 0, 0),
        0);
  }

  @Test
  void ratiosCompareWithinARoundOnly() {
    // given a machine that is four times slower in the second round, and a ratio of 2, 2 and 4
    Summary summary =
        new Summary(
            List.of(
                took(Mode.PLAIN, 1, 1),
                took(Mode.WEIRWORKS, 1, 2),
                took(Mode.PLAIN, 2, 4),
                took(Mode.WEIRWORKS, 2, 8),
                took(Mode.PLAIN, 3, 1),
                took(Mode.WEIRWORKS, 3, 4)));

    // then
    assertThat(summary.ratio(Mode.WEIRWORKS, Mode.PLAIN)).isEqualTo(new Spread(0.5, 0.25, 0.5));
    assertThat(summary.of(Mode.WEIRWORKS, Saturated::perSecond))
        .isEqualTo(new Spread(250, 125, 500));
  }

  @Test
  void cpuPerEventIsThatOfAllProcesses() {
    assertThat(took(Mode.PLAIN, 1, 1).cpuMicros()).isEqualTo(30);
    assertThat(took(Mode.PLAIN, 1, 1).cpuMicros("broker")).isEqualTo(10);
    assertThat(took(Mode.PLAIN, 1, 1).cpuMicros("database")).isZero();
  }
}
