package io.weirworks.scheduler.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Committed time, alert time and status (dataworks-semantics 5.6, scenario 39). */
class BaselineStatusTest {
  private static final LocalDate D = LocalDate.of(2026, 3, 10);

  @ParameterizedTest
  @CsvSource({
    "2026-03-11T00:59:59.999Z, SAFE",
    "2026-03-11T01:00:00.000Z, SAFE",
    "2026-03-11T01:00:00.001Z, WARNING",
    "2026-03-11T01:30:00.000Z, WARNING",
    "2026-03-11T01:30:00.001Z, OVERTIME"
  })
  void finishIsSafeUntilTheAlertTimeAndWarnsUntilTheCommittedTime(
      Instant finish, BaselineStatus status) {
    // given: committed 25:30 of the day, 30 minutes of margin
    BaselineInstance instance = Network.opened(Network.day("25:30", 30, "a"), 1);
    // then
    assertThat(BaselineStatus.of(finish, instance.alertAt(), instance.committedAt()))
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-11T01:00:00.000Z, ABNORMAL",
    "2026-03-11T01:00:00.001Z, WARNING",
    "2026-03-11T01:30:00.000Z, WARNING",
    "2026-03-11T01:30:00.001Z, OVERTIME"
  })
  void whatCannotBePredictedIsLateAllTheSameOnceItIs(Instant now, BaselineStatus status) {
    // given
    BaselineInstance instance = Network.opened(Network.day("25:30", 30, "a"), 1);
    // then
    assertThat(BaselineStatus.ofUnknown(now, instance.alertAt(), instance.committedAt()))
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "00:00, 2026-03-10T00:00:00Z",
    "09:05, 2026-03-10T09:05:00Z",
    "23:59, 2026-03-10T23:59:00Z",
    "24:00, 2026-03-11T00:00:00Z",
    "25:30, 2026-03-11T01:30:00Z",
    "47:59, 2026-03-11T23:59:00Z"
  })
  void committedTimeMayBeOnTheDayAfter(String written, Instant moment) {
    // when
    CommittedTime time = CommittedTime.parse(written).orElseThrow();
    // then
    assertThat(time.on(D, ZoneOffset.UTC)).isEqualTo(moment);
    assertThat(time.text()).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"48:00", "24:60", "9:05", "-1:00", "0900", "09:05:00", ""})
  void otherTextsAreNoCommittedTime(String written) {
    assertThat(CommittedTime.parse(written)).isEmpty();
  }

  @Test
  void committedTimeIsThatOfTheClockOnTheWallAcrossAChangeOfOffset() {
    // given: summer time begins at 02:00 on the 29th
    CommittedTime time = CommittedTime.parse("32:00").orElseThrow();
    // then
    assertThat(time.on(LocalDate.of(2026, 3, 28), ZoneId.of("Europe/Berlin")))
        .isEqualTo(Instant.parse("2026-03-29T06:00:00Z"));
  }
}
