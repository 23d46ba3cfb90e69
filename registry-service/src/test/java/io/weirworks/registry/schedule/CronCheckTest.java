package io.weirworks.registry.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronCheckTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00 30 05 * * ?",
        "00 15 * * * ?",
        "00 00/10 * * * ?",
        "00 00-59/10 8-17 * * ?",
        "00 00 */6 * * ?",
        "00 20 00 1 * ?",
        "00 10 00 1 1-12/3 ?",
        "00 05 00 * * 2,5",
        "00 00 01 ? * MON,FRI",
        "00 00 01 ? * mon-fri",
        "00 00 02 L * ?",
        "00 00 02 1,15,L * ?",
        "00 00 02 1 1,4,7,10 ?",
        "00 */30 00-23 * * ?",
        "0  0 0 1 JAN ?",
        " 00 00 00 * * * ",
        "00 05 00 * * 0",
        "00 05 00 * * SAT-SUN",
        "00 05 00 ? * FRI-MON",
      })
  void formsOfTheReferenceAreRight(String cron) {
    assertThat(CronCheck.fault(cron)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "00 30 05 * * | not 5 fields",
        "00 30 05 * * ? 2026 | not 7 fields",
        "60 30 05 * * ? | second from 0 to 59",
        "00 60 05 * * ? | minute from 0 to 59",
        "00 30 24 * * ? | hour from 0 to 23",
        "00 30 05 0 * ? | day of month from 1 to 31",
        "00 30 05 32 * ? | day of month from 1 to 31",
        "00 30 05 * 13 ? | month from 1 to 12",
        "00 30 05 * JANUARY ? | month from 1 to 12",
        "00 30 05 ? * 8 | day of week from 1 to 7",
        "00 30 05 ? * 0 | day of week from 1 to 7",
        "00 30 ? * * ? | hour from 0 to 23",
        "00 30 L * * ? | hour from 0 to 23",
        "00 30 17-8 * * ? | hour from 0 to 23",
        "00 00/0 05 * * ? | minute from 0 to 59",
        "00 00/60 05 * * ? | minute from 0 to 59",
        "00 1, 05 * * ? | minute from 0 to 59",
        "00 -5 05 * * ? | minute from 0 to 59",
        "00 30 05 15W * ? | day of month from 1 to 31",
        "00 30 05 ? * 6#3 | day of week from 1 to 7",
        "00 30 05 ? * ? | only one of day of month and day of week",
        "*/10 30 05 * * ? | one second",
        "00 30 05 1 * MON | either days of the month or days of the week",
      })
  void otherFormsSayWhatWouldBeRight(String cron, String right) {
    assertThat(CronCheck.fault(cron))
        .hasValueSatisfying(fault -> assertThat(fault).contains(right));
  }
}
