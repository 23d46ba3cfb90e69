package io.weirworks.scheduler.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proximity rule, row by row (dataworks-semantics 3.6; scenarios 10 to 14). */
class SameCycleTest {

  @ParameterizedTest(name = "{0} at {1} on {2}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        // day on day: one to one, whatever the times
        "00 00 02 * * ?          | 02:00 | 00 00 07 * * ?         | 07:00",
        "00 00 02 * * ?          | 02:00 | 00 00 07 * * ? self    | 07:00",
        // day on week, month, year: the instance of the day, dry or not
        "00 00 02 * * ?          | 02:00 | 00 00 07 ? * MON       | 07:00",
        "00 00 02 * * ?          | 02:00 | 00 00 07 L * ?         | 07:00",
        "00 00 02 1 * ?          | 02:00 | 00 00 07 1 1 ?         | 07:00",
        "00 00 02 ? * FRI        | 02:00 | 00 00 07 * * ?         | 07:00",
        // day on hour: all of the date
        "00 00 00 * * ?          | 00:00 | 00 00 0,8,16 * * ?     | 00:00 08:00 16:00",
        "00 00 09 ? * MON        | 09:00 | 00 00 0,8,16 * * ?     | 00:00 08:00 16:00",
        // … of a self-dependent one the nearest
        "00 00 00 * * ?          | 00:00 | 00 00 0,8,16 * * ? self | 00:00",
        "00 00 12 * * ?          | 12:00 | 00 00 0,8,16 * * ? self | 08:00",
        "00 00 16 L * ?          | 16:00 | 00 00 0,8,16 * * ? self | 16:00",
        "00 00 02 * * ?          | 02:00 | 00 00 8,16 * * ? self   | 08:00",
        // … scenario 11
        "00 30 00 * * ?          | 00:30 | 00 00 * * * ? self     | 00:00",
        // day on minute: the same
        "00 00 00 * * ?          | 00:00 | 00 0,30 0-1 * * ?      | 00:00 00:30 01:00 01:30",
        "00 45 00 * * ?          | 00:45 | 00 0,30 0-1 * * ? self | 00:30",
        // hour on day (scenario 10): all of them on the one
        "00 00 0,8,16 * * ?      | 00:00 | 00 00 07 * * ?         | 07:00",
        "00 00 0,8,16 * * ?      | 08:00 | 00 00 07 * * ?         | 07:00",
        "00 00 0,8,16 * * ?      | 16:00 | 00 00 07 * * ?         | 07:00",
        "00 00 0,8,16 * * ?      | 16:00 | 00 00 07 ? * MON       | 07:00",
        // … self-dependent: only the first
        "00 00 0,8,16 * * ? self | 00:00 | 00 00 07 * * ?         | 07:00",
        "00 00 0,8,16 * * ? self | 08:00 | 00 00 07 * * ?         | ''",
        "00 00 0,8,16 * * ? self | 16:00 | 00 00 07 * * ?         | ''",
        // hour on hour, as many a day (scenario 12): the nth on the nth
        "00 30 0,6,12,18 * * ?   | 00:30 | 00 00 0,6,12,18 * * ?  | 00:00",
        "00 30 0,6,12,18 * * ?   | 18:30 | 00 00 0,6,12,18 * * ?  | 18:00",
        "00 00 0,1,2 * * ?       | 00:00 | 00 00 8,16,23 * * ?    | 08:00",
        "00 00 0,1,2 * * ?       | 02:00 | 00 00 8,16,23 * * ?    | 23:00",
        // … fewer ancestors: the nearest; before the first of them it is that one (scenario 13)
        "00 30 0,6,12,18 * * ?   | 06:30 | 00 00 0,12 * * ?       | 00:00",
        "00 30 0,6,12,18 * * ?   | 12:30 | 00 00 0,12 * * ?       | 12:00",
        "00 30 0,6,12,18 * * ?   | 18:30 | 00 00 0,12 * * ?       | 12:00",
        "00 00 * * * ?           | 00:00 | 00 00 8-20 * * ?       | 08:00",
        "00 00 * * * ?           | 07:00 | 00 00 8-20 * * ?       | 08:00",
        "00 00 * * * ?           | 08:00 | 00 00 8-20 * * ?       | 08:00",
        "00 00 * * * ?           | 09:00 | 00 00 8-20 * * ?       | 09:00",
        "00 00 * * * ?           | 23:00 | 00 00 8-20 * * ?       | 20:00",
        // … more ancestors: all since the descendant before
        "00 30 0,12 * * ?        | 00:30 | 00 00 0,6,12,18 * * ?  | 00:00",
        "00 30 0,12 * * ?        | 12:30 | 00 00 0,6,12,18 * * ?  | 06:00 12:00",
        "00 00 06,18 * * ?       | 06:00 | 00 00 0,6,12,18 * * ?  | 00:00 06:00",
        "00 00 06,18 * * ?       | 18:00 | 00 00 0,6,12,18 * * ?  | 12:00 18:00",
        "00 00 1,2 * * ?         | 01:00 | 00 00 8,12,16 * * ?    | 08:00",
        "00 00 1,2 * * ?         | 02:00 | 00 00 8,12,16 * * ?    | 08:00",
        // hour on minute: all inside the hour (scenario 14)
        "00 00 * * * ?           | 00:00 | 00 */10 * * * ?        | 00:00 00:10 00:20 00:30 00:40 00:50",
        "00 30 * * * ?           | 23:30 | 00 */10 * * * ?        | 23:00 23:10 23:20 23:30 23:40 23:50",
        "00 00 0,12 * * ?        | 12:00 | 00 */30 * * * ?        | 12:00 12:30",
        "00 00 * * * ? self      | 07:00 | 00 */30 * * * ?        | 07:00 07:30",
        "00 00 * * * ?           | 07:00 | 00 */30 * * * ? self   | 07:00 07:30",
        // … both self-dependent: the nearest
        "00 15 * * * ? self      | 07:15 | 00 */10 * * * ? self   | 07:10",
        // … none inside the hour: the nearest
        "00 00 * * * ?           | 03:00 | 00 */30 8-20 * * ?     | 08:00",
        "00 00 * * * ?           | 23:00 | 00 */30 8-20 * * ?     | 20:30",
        // minute on day: as hour on day
        "00 */30 * * * ?         | 13:30 | 00 00 07 * * ?         | 07:00",
        "00 */30 * * * ? self    | 00:00 | 00 00 07 * * ?         | 07:00",
        "00 */30 * * * ? self    | 13:30 | 00 00 07 * * ?         | ''",
        // minute on hour: the nearest, shared by many
        "00 */10 * * * ?         | 13:00 | 00 00 * * * ?          | 13:00",
        "00 */10 * * * ?         | 13:50 | 00 00 * * * ?          | 13:00",
        "00 */10 * * * ?         | 00:10 | 00 30 * * * ?          | 00:30",
        "00 */10 * * * ? self    | 13:50 | 00 00 * * * ? self     | 13:00",
        // minute on minute, as many a day: the nth on the nth; else the nearest
        "00 5/10 * * * ?         | 13:55 | 00 */10 * * * ?        | 13:50",
        "00 */10 * * * ?         | 13:50 | 00 5/10 * * * ?        | 13:55",
        "00 */10 * * * ?         | 13:50 | 00 */15 * * * ?        | 13:45",
        "00 */15 * * * ?         | 13:45 | 00 */10 * * * ?        | 13:40",
      })
  void proximityRule(String downstream, String at, String upstream, String expected) {
    // given
    Days down = Days.of(downstream);
    Days up = Days.of(upstream);
    // when
    Range range = SameCycle.match(down.on(Days.D), down.index(Days.D, at), up.on(Days.D));
    // then
    assertThat(up.shown(Days.D, range)).isEqualTo(expected);
  }

  /** Scenario 11. */
  @Test
  void dayTaskDependsOnAll24InstancesOfAnHourTask() {
    // given
    Days up = Days.of("00 00 * * * ?");
    // when
    Range range = SameCycle.match(Days.of("00 30 00 * * ?").on(Days.D), 0, up.on(Days.D));
    // then
    assertThat(range).isEqualTo(new Range(0, 24));
  }

  @Test
  void upstreamWithoutInstanceThatDayMatchesNothing() {
    // given
    Days up =
        Days.of(
            "00 00 07 * * ?",
            ZoneOffset.UTC,
            LocalDateTime.parse("2026-03-10T10:00").toInstant(ZoneOffset.UTC));
    // when
    Range range = SameCycle.match(Days.of("00 30 08 * * ?").on(Days.D), 0, up.on(Days.D));
    // then
    assertThat(range.isEmpty()).isTrue();
  }

  /** As many a day: 23 where summer time begins, so that each still finds the one of its hour. */
  @Test
  void hourTasksOfOneZoneStayTogetherWhereSummerTimeBegins() {
    // given
    ZoneId zone = ZoneId.of("Europe/Berlin");
    LocalDate day = LocalDate.of(2026, 3, 29);
    Days down = Days.of("00 30 * * * ?", zone, Instant.EPOCH);
    Days up = Days.of("00 00 * * * ?", zone, Instant.EPOCH);
    for (int i = 0; i < 23; i++) {
      // when
      Range range = SameCycle.match(down.on(day), i, up.on(day));
      // then
      assertThat(up.on(day).plan().time(range.from()).plusSeconds(1800))
          .isEqualTo(down.on(day).plan().time(i));
    }
  }
}
