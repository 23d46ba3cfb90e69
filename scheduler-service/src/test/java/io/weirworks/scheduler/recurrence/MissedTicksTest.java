package io.weirworks.scheduler.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirworks.scheduler.recurrence.MissedTicks.Policy;
import io.weirworks.scheduler.recurrence.MissedTicks.Release;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made up after nobody was there (field-failures R22). */
class MissedTicksTest {
  private static final Instant NOW = Instant.parse("2026-03-11T02:00:00Z");
  private static final List<Tick> MISSED =
      Schedule.of(CronExpression.parse("00 00 * * * ?"), ZoneOffset.UTC)
          .ticks(LocalDate.of(2026, 3, 10));

  @ParameterizedTest(name = "{0}: {1} from the {2}th")
  @CsvSource({"ALL, 24, 1", "LAST, 1, 24", "NONE, 0, 0"})
  void policyChoosesWhichMissedTicksAreMadeUp(Policy policy, int count, int first) {
    // when
    List<Release> releases = new MissedTicks(policy, 60).releases(MISSED, NOW);
    // then
    assertThat(releases).hasSize(count);
    assertThat(releases.stream().limit(1))
        .allSatisfy(release -> assertThat(release.tick().number()).isEqualTo(first));
  }

  @Test
  void rateSpreadsTheReleases() {
    // when
    List<Release> releases = new MissedTicks(Policy.ALL, 4).releases(MISSED, NOW);
    // then
    assertThat(releases).extracting(Release::tick).isEqualTo(MISSED);
    assertThat(releases.getFirst().notBefore()).isEqualTo(NOW);
    assertThat(releases.get(1).notBefore()).isEqualTo(NOW.plusSeconds(15));
    assertThat(releases.getLast().notBefore()).isEqualTo(NOW.plusSeconds(23 * 15));
  }

  @Test
  void nothingMissedMeansNothingToMakeUp() {
    assertThat(new MissedTicks(Policy.LAST, 1).releases(List.of(), NOW)).isEmpty();
  }

  @Test
  void rateOfNoneIsRefused() {
    assertThatThrownBy(() -> new MissedTicks(Policy.ALL, 0)).hasMessageContaining("InvalidRate");
  }
}
