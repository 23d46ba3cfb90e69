package io.weirworks.scheduler.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterTrialTest {

  @ParameterizedTest(name = "{0} in {1} is {2}")
  @CsvSource({
    "2025-11-01 02:30:45, , 20251101023045",
    "2025-11-01T02:30:45, , 20251101023045",
    "2025-11-01T02:30, , 20251101023000",
    "2025-11-01, , 20251101000000",
    "2025-11-01T02:30:45.999, , 20251101023045",
    "2025-11-01T02:30:45, Asia/Shanghai, 20251101023045",
    "2025-11-01T02:30:45Z, Asia/Shanghai, 20251101103045",
    "2025-11-01T02:30:45+08:00, , 20251031183045",
    "2025-11-01 02:30:45+08:00, Asia/Shanghai, 20251101023045",
    "2025-03-30T02:30:00, Europe/Berlin, 20250330033000",
  })
  void timeWithoutOffsetIsWallTimeInTheZone(String scheduled, String zone, String cyctime) {
    assertThat(new ParameterTrial(List.of("$cyctime"), scheduled, zone, null).evaluate())
        .isEqualTo(new Result.Value<>(List.of(cyctime)));
  }

  @Test
  void nowIsTheScheduledTimeUnlessGiven() {
    // given
    List<String> expressions = List.of("$gmtdate", "$bizmonth", "$bizdate");
    // when
    var byDefault = new ParameterTrial(expressions, "2025-11-20", null, null).evaluate();
    var given =
        new ParameterTrial(expressions, "2025-11-20", "Asia/Shanghai", "2025-12-31T20:00:00Z")
            .evaluate();
    // then
    assertThat(byDefault).isEqualTo(new Result.Value<>(List.of("20251120", "202510", "20251119")));
    assertThat(given).isEqualTo(new Result.Value<>(List.of("20260101", "202511", "20251119")));
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource({
    "2025-02-30, , , InvalidTime",
    "yesterday, , , InvalidTime",
    "2025-11-01T25:00, , , InvalidTime",
    "2025-11-01, Mars/Olympus, , InvalidTimeZone",
    "2025-11-01, , soon, InvalidTime",
  })
  void wrongTimesAndZonesAreRefused(String scheduled, String zone, String now, String code) {
    assertThat(new ParameterTrial(List.of("$bizdate"), scheduled, zone, now).evaluate())
        .isInstanceOfSatisfying(
            Result.Refused.class,
            refused -> assertThat(refused.error().code().code()).isEqualTo(code));
  }

  @Test
  void oneWrongExpressionRefusesAllAndIsNamed() {
    assertThat(
            new ParameterTrial(List.of("$bizdate", "${hh24}"), "2025-11-01", null, null).evaluate())
        .isInstanceOfSatisfying(
            Result.Refused.class,
            refused -> assertThat(refused.error().expression()).isEqualTo("${hh24}"));
  }

  @ParameterizedTest(name = "{0}: {1} = {2}")
  @CsvSource({
    // Berlin 2025-03-30: 02:00 does not exist; 03:00 is one hour after 01:00.
    "2025-03-30T03:00, $[hh24-1/24], 01",
    "2025-03-31T00:30, $[yyyymmdd-1], 20250330",
    "2025-03-31T00:30, $[yyyymmddhh24mi-24/24], 202503292330",
    "2025-03-31T02:30, $[yyyymmddhh24mi-1], 202503300230",
    // Berlin 2025-10-26: 02:00 to 03:00 twice; the second 02:30 is one hour after the first.
    "2025-10-26T02:30+01:00, $[hh24mi-1/24], 0230",
    "2025-10-26T02:30+02:00, $[hh24mi-1/24], 0130",
    "2025-10-26T03:30, $[hh24mi-1/24], 0230",
  })
  void fractionsMoveTheInstantAndWholeDaysTheWallClock(
      String scheduled, String expression, String expected) {
    assertThat(new ParameterTrial(List.of(expression), scheduled, "Europe/Berlin", null).evaluate())
        .isEqualTo(new Result.Value<>(List.of(expected)));
  }
}
