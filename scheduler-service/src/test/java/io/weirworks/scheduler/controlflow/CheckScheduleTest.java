package io.weirworks.scheduler.controlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirworks.scheduler.controlflow.CheckSchedule.Next;
import io.weirworks.scheduler.controlflow.CheckSchedule.Stop;
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

  @ParameterizedTest
  @CsvSource({"0, not every 0 min", "31, not every 31 min"})
  void intervalOutsideOneToThirtyMinutesIsRefused(int minutes, String message) {
    assertThatThrownBy(() -> every(minutes, new Stop.AfterChecks(1)))
        .hasMessageContaining("every 1 to 30 minutes")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({"30, 49, 1 to 48", "1, 1441, 1 to 1440", "10, 0, 1 to 144"})
  void moreChecksThanFitIntoADayAreRefused(int minutes, int checks, String message) {
    assertThatThrownBy(() -> every(minutes, new Stop.AfterChecks(checks)))
        .hasMessageContaining(message);
  }

  @Test
  void givesUpAfterItsChecks() {
    // given
    CheckSchedule schedule = every(10, new Stop.AfterChecks(3));
    // when, then
    assertThat(schedule.afterLook(START, 2, ZoneOffset.UTC))
        .isEqualTo(new Next.LookAgain(START.plus(Duration.ofMinutes(20))));
    assertThat(schedule.afterLook(START, 3, ZoneOffset.UTC))
        .isEqualTo(new Next.GiveUp("The check found nothing in 3 looks, which is the most."));
  }

  @ParameterizedTest
  @CsvSource({"23:00, 6, true", "23:00, 7, false", "01:00, 18, true", "01:00, 19, false"})
  void givesUpAtTheNextOccurrenceOfItsStopTime(LocalTime stop, int looks, boolean again) {
    assertThat(every(10, new Stop.AtTime(stop)).afterLook(START, looks, ZoneOffset.UTC))
        .isInstanceOf(again ? Next.LookAgain.class : Next.GiveUp.class);
  }

  /** Of the day with the double hour, the stop time is 25 hours away. */
  @Test
  void noCheckGoesBeyondTwentyFourHours() {
    // given
    Instant start = Instant.parse("2025-10-25T12:30:00Z");
    CheckSchedule schedule = every(30, new Stop.AtTime(LocalTime.of(14, 29)));
    // when
    Next last = schedule.afterLook(start, 48, ZoneId.of("Europe/Berlin"));
    Next beyond = schedule.afterLook(start, 49, ZoneId.of("Europe/Berlin"));
    // then
    assertThat(last).isEqualTo(new Next.LookAgain(start.plus(Duration.ofHours(24))));
    assertThat(beyond)
        .isEqualTo(new Next.GiveUp("The check found nothing in 24 hours, which is the most."));
  }
}
