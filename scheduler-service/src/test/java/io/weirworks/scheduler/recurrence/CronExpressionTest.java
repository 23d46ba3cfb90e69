package io.weirworks.scheduler.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cron forms of dataworks-semantics 3.1. */
class CronExpressionTest {

  @ParameterizedTest(name = "{0} ticks by {1} at {2} times, {3} … {4}")
  @CsvSource(
      delimiter = '|',
      value = {
        "00 30 05 * * ?         | DAY    | 1    | 05:30 | 05:30",
        "00 15 * * * ?          | HOUR   | 24   | 00:15 | 23:15",
        "00 00/10 * * * ?       | MINUTE | 144  | 00:00 | 23:50",
        "00 00-59/10 8-17 * * ? | MINUTE | 60   | 08:00 | 17:50",
        "00 */30 00-23 * * ?    | MINUTE | 48   | 00:00 | 23:30",
        "00 * * * * ?           | MINUTE | 1440 | 00:00 | 23:59",
        "00 00 */6 * * ?        | HOUR   | 4    | 00:00 | 18:00",
        "00 00 00-23/6 * * ?    | HOUR   | 4    | 00:00 | 18:00",
        "00 00 18,6 * * ?       | HOUR   | 2    | 06:00 | 18:00",
        "00 00 8-8 * * ?        | DAY    | 1    | 08:00 | 08:00",
        "30 05 02 L * ?         | MONTH  | 1    | 02:05:30 | 02:05:30",
        "00 20 00 1 * ?         | MONTH  | 1    | 00:20 | 00:20",
        "00 10 00 1 1-12/3 ?    | YEAR   | 1    | 00:10 | 00:10",
        "00 00 02 1 1,4,7,10 ?  | YEAR   | 1    | 02:00 | 02:00",
        "00 00 02 * 3 ?         | YEAR   | 1    | 02:00 | 02:00",
        "00 05 00 * * 2,5       | WEEK   | 1    | 00:05 | 00:05",
        "00 00 01 ? * MON,FRI   | WEEK   | 1    | 01:00 | 01:00",
        " 00  10 00 ? * * " + "             | DAY    | 1    | 00:10 | 00:10",
      })
  void cronGivesThePeriodAndTheTimesOfADay(
      String cron, Period period, int count, String first, String last) {
    // when
    CronExpression expression = CronExpression.parse(cron);
    // then
    assertThat(expression.period()).isEqualTo(period);
    assertThat(expression.times()).hasSize(count).isSorted();
    assertThat(expression.times().getFirst()).hasToString(first);
    assertThat(expression.times().getLast()).hasToString(last);
  }

  @ParameterizedTest(name = "{0} names {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        // the week from Monday, 2026-03-02, to Sunday, 2026-03-08
        "00 00 01 ? * MON,FRI  | 2 6",
        "00 00 01 ? * fri-mon  | 2 6 7 8",
        "00 00 01 ? * MON-SUN  | 2 3 4 5 6 7 8",
        "00 00 01 ? * SAT-SUN  | 7 8",
        // with '?' numbers count from Sunday = 1
        "00 00 01 ? * 2,5      | 2 5",
        "00 00 01 ? * 1        | 8",
        "00 00 01 ? * 7        | 7",
        "00 00 01 ? * 6-2      | 2 6 7 8",
        // without '?' they count from Monday = 1, and 0 and 7 are Sunday
        "00 05 00 * * 2,5      | 3 6",
        "00 05 00 * * 0        | 8",
        "00 05 00 * * 7        | 8",
        "00 05 00 * * 5-7      | 6 7 8",
        "00 05 00 * * MON,SUN  | 2 8",
        "00 05 00 * * *        | 2 3 4 5 6 7 8",
        "00 05 00 2/3 * ?      | 2 5 8",
        "00 05 00 * 4 ?        |",
      })
  void cronNamesDays(String cron, String days) {
    // given
    CronExpression expression = CronExpression.parse(cron);
    // when
    String named =
        LocalDate.of(2026, 3, 2)
            .datesUntil(LocalDate.of(2026, 3, 9))
            .filter(expression::chooses)
            .map(day -> Integer.toString(day.getDayOfMonth()))
            .collect(Collectors.joining(" "));
    // then
    assertThat(named).isEqualTo(days == null ? "" : days);
  }

  @ParameterizedTest(name = "{0} names {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "00 00 02 L * ?    | 2024-02-29 | true",
        "00 00 02 L * ?    | 2024-02-28 | false",
        "00 00 02 L * ?    | 2025-02-28 | true",
        "00 00 02 L * ?    | 2000-02-29 | true",
        "00 00 02 L * ?    | 2100-02-28 | true",
        "00 00 02 L * ?    | 2026-04-30 | true",
        "00 00 02 1,L * ?  | 2026-04-01 | true",
        "00 00 02 1,L * ?  | 2026-04-29 | false",
        "00 00 02 L 2 ?    | 2026-03-31 | false",
        "00 00 02 31 * ?   | 2026-04-30 | false",
        "00 00 02 1 1,7 ?  | 2026-07-01 | true",
        "00 00 02 1 JAN ?  | 2026-07-01 | false",
      })
  void lastDayOfMonthFollowsTheCalendar(String cron, LocalDate day, boolean named) {
    assertThat(CronExpression.parse(cron).chooses(day)).isEqualTo(named);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "00 30 05 * *         | cron         | 5 fields",
        "00 30 05 * * ? 2026  | cron         | 7 fields",
        "00 60 05 * * ?       | minute       | 60",
        "00 00 24 * * ?       | hour         | 24",
        "00 x 05 * * ?        | minute       | X",
        "00 1, 05 * * ?       | minute       | ''",
        "00 0/0 05 * * ?      | minute       | 0/0",
        "00 0/60 05 * * ?     | minute       | 0/60",
        "00 0 22-2 * * ?      | hour         | 22-2",
        "*/10 0 5 * * ?       | second       | */10",
        "00 00 05 ? * ?       | day of week  | ?",
        "00 00 05 1 * 2       | day of week  | 2",
        "00 00 05 ? * 0       | day of week  | 0",
        "00 00 05 ? * 8       | day of week  | 8",
        "00 00 05 ? * 6L      | day of week  | 6L",
        "00 00 05 ? * 6#3     | day of week  | 6#3",
        "00 00 05 15W * ?     | day of month | 15W",
        "00 00 05 0 * ?       | day of month | 0",
        "00 00 05 32 * ?      | day of month | 32",
        "00 00 05 1 13 ?      | month        | 13",
        "00 00 05 1 ENE ?     | month        | ENE",
      })
  void wrongCronIsRefusedByFieldAndValue(String cron, String field, String value) {
    assertThatThrownBy(() -> CronExpression.parse(cron))
        .isInstanceOfSatisfying(
            InvalidCronException.class,
            refused -> {
              assertThat(refused.fault().field()).isEqualTo(field);
              assertThat(refused.fault().value()).isEqualTo(value);
              assertThat(refused).hasMessageContaining("InvalidCron").hasMessageContaining(cron);
              assertThat(refused.fault().expected()).isNotBlank();
            });
  }
}
