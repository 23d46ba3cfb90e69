package io.weirworks.scheduler.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduledTimeTest {

  @ParameterizedTest(name = "bizdate {0} at {1} in {2}: {3}")
  @CsvSource({
    "2025-03-15, 00:00, UTC, 2025-03-16T00:00:00Z",
    "2025-12-31, 02:30:45, Asia/Shanghai, 2025-12-31T18:30:45Z",
    "2025-03-28, 02:30, Europe/Berlin, 2025-03-29T01:30:00Z",
    // 02:30 does not exist on 2025-03-30: one hour later
    "2025-03-29, 02:30, Europe/Berlin, 2025-03-30T01:30:00Z",
    // 02:30 exists twice on 2025-10-26: the second
    "2025-10-25, 02:30, Europe/Berlin, 2025-10-26T01:30:00Z",
    // midnight does not exist: 01:00
    "2024-04-25, 00:00, Africa/Cairo, 2024-04-25T22:00:00Z",
  })
  void scheduledTimeIsTheDayAfterTheBusinessDate(
      LocalDate bizdate, LocalTime time, String zone, Instant expected) {
    assertThat(ScheduledTime.of(bizdate, time, ZoneId.of(zone))).isEqualTo(expected);
  }
}
