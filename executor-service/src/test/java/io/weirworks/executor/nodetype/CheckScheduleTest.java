package io.weirworks.executor.nodetype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirworks.executor.nodetype.CheckSchedule.Looks;
import io.weirworks.executor.nodetype.CheckSchedule.Stop;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row 34: how often and how long a check node looks (dataworks-semantics 4.9). */
class CheckScheduleTest {

  private static final Instant START = Instant.parse("2025-11-01T22:00:00Z");

  private static CheckSchedule every(int minutes, Stop stop) {
    return new CheckSchedule(Duration.ofMinutes(minutes), stop);
  }

  @Test
  void givesUpAfterItsChecks() {
    assertThat(every(10, new Stop.AfterChecks(3)).looks(START))
        .isEqualTo(new Looks(3, "The check found nothing in 3 looks, which is the most."));
  }

  /** One look at the start, and one at the stop time where it falls on it. */
  @ParameterizedTest
  @CsvSource({"22:00, 1", "22:09, 1", "23:00, 7", "23:09, 7", "01:00, 19", "21:59, 144"})
  void givesUpAtTheNextOccurrenceOfItsStopTime(LocalTime stop, int looks) {
    assertThat(every(10, new Stop.AtTime(stop, ZoneOffset.UTC)).looks(START))
        .isEqualTo(
            new Looks(looks, "The check found nothing until %s, its stop time.".formatted(stop)));
  }

  @Test
  void stopTimeIsMeantInTheZoneOfTheNode() {
    // given it is 06:00 there
    Stop stop = new Stop.AtTime(LocalTime.of(6, 30), ZoneId.of("Asia/Shanghai"));
    // when, then
    assertThat(every(10, stop).looks(START).most()).isEqualTo(4);
  }

  /** Of the day with the double hour, the stop time is 25 hours away. */
  @Test
  void noCheckGoesBeyondTwentyFourHours() {
    // given
    Instant start = Instant.parse("2025-10-25T12:30:00Z");
    Stop stop = new Stop.AtTime(LocalTime.of(14, 29), ZoneId.of("Europe/Berlin"));
    Looks day = new Looks(49, "The check found nothing in 24 hours, which is the most.");
    // when, then
    assertThat(every(30, stop).looks(start)).isEqualTo(day);
    assertThat(every(30, new Stop.AfterChecks(50)).looks(start)).isEqualTo(day);
  }

  @Test
  void scheduleByWhichNobodyCouldLookIsRefused() {
    assertThatThrownBy(() -> every(0, new Stop.AfterChecks(1)))
        .hasMessage("an interval of PT0S must be at least 1 s");
    assertThatThrownBy(() -> every(1, new Stop.AfterChecks(0)))
        .hasMessage("0 checks must be at least 1");
  }
}
