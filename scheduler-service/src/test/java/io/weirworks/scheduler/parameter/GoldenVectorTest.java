package io.weirworks.scheduler.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tables of dataworks-semantics 2.2 and 2.6, row by row (scenario 1), through the entry point
 * of {@code params eval}.
 */
class GoldenVectorTest {

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "${yyyy}, 2025",
    "${yy}, 25",
    "${mm}, 10",
    "${dd}, 31",
    "${yyyymm}, 202510",
    "${yyyymmdd}, 20251031",
    "${yyyy-mm-dd}, 2025-10-31",
    "$[yyyymmdd-1], 20251031",
    "$[hh24-1/24], 01",
    "$[mm-3/24], 10",
    "'$[add_months(yyyymm,-1)]', 202510",
    "$[yyyymmdd-1-1/24], 20251031",
    "$[yyyy], 2025",
    "$[mm], 11",
    "$[dd], 01",
    "$[hh24], 02",
    "$[mi], 30",
    "$[ss], 45",
    "$[yyyymm], 202511",
    "$[yyyymmdd], 20251101",
    "$[yyyymmddhh24miss], 20251101023045",
    "$[yyyymmdd-3/24], 20251031",
    "$[yyyymmddhh24-3/24], 2025103123",
    "'$[add_months(yyyymmdd,-1)]', 20251001",
    "$[yyyymmdd-7*1], 20251025",
  })
  void scheduledInTheNightOfTheFirst(String expression, String expected) {
    assertThat(value(expression, "2025-11-01 02:30:45", null)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "${yyyy-1}, 2024",
    "${yyyymm-1}, 202506",
    "${dd}, 19",
    "${yyyy-mm-dd-29}, 2025-06-20",
    "${yyyymmdd-7*1}, 20250712",
    "${yyyy-mm-dd-364}, 2024-07-20",
    "$[yyyymm-15/24/60], 202507",
    "'$[add_months(yyyymmdd,-12)]', 20240720",
    "'$[add_months(yyyymmdd,-12*1)]', 20240720",
    "'$[add_months(yyyy-mm-dd,-1)]', 2025-06-20",
    "$[yyyy-mm-dd-1], 2025-07-19",
    "$[hh24:mi:ss-1/24], 09:30:00",
    "$[hh24:mi:ss-1/24/60], 10:29:00",
    "$[yyyymmddhh24miss-1], 20250719103000",
    "$[yyyymmddhh24miss-15/24/60], 20250720101500",
  })
  void scheduledInTheMiddleOfTheYear(String expression, String expected) {
    assertThat(value(expression, "2025-07-20 10:30:00", null)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {1} = {2}")
  @CsvSource({
    "2025-03-31 00:10:00, ${yyyymmdd}, 20250330",
    "2025-03-31 00:10:00, ${yyyymm-1}, 202502",
    "2025-03-31 00:10:00, '$[add_months(yyyymmdd,-1)]', 20250228",
    "2025-03-31 00:10:00, '$[add_months(yyyymmdd,1)]', 20250430",
    "2025-03-31 00:10:00, $[yyyymmdd-1/24], 20250330",
    "2025-03-31 00:10:00, $[hh24mi-15/24/60], 2355",
    "2024-03-01 00:00:00, ${yyyymmdd}, 20240229",
    "2024-03-01 00:00:00, ${yyyymm}, 202402",
    "2024-03-01 00:00:00, $[yyyymmddhh24-1/24], 2024022923",
    "2026-01-01 00:00:00, ${yyyymmdd}, 20251231",
    "2026-01-01 00:00:00, ${yyyy}, 2025",
    "2026-01-01 00:00:00, $[yyyy], 2026",
    "2026-01-01 00:00:00, ${yyyy-1}, 2024",
    "2026-01-01 00:00:00, ${yyyymm-1}, 202511",
    "2026-01-01 00:00:00, '$[add_months(yyyymm,-1)]', 202512",
    "2026-01-01 00:00:00, $[hh24miss-1/24], 230000",
    "2025-03-15 00:00:00, $bizdate, 20250314",
    "2025-03-15 00:00:00, $cyctime, 20250315000000",
    "2025-03-15 00:00:00, $[yyyymmdd], 20250315",
    "2025-03-16 00:00:00, $bizdate, 20250315",
    "2025-03-16 00:00:00, $cyctime, 20250316000000",
    "2025-03-16 00:00:00, $gmtdate, 20250316",
  })
  void monthEndLeapYearAndYearEnd(String scheduled, String expression, String expected) {
    assertThat(value(expression, scheduled, null)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "now {0}, bizdate + 1 = {1}: {2}")
  @CsvSource({
    "2025-11-20, 2025-11-20, 202510",
    "2025-11-20, 2025-11-01, 202510",
    "2025-11-20, 2025-09-11, 202509",
    "2025-01-02, 2025-01-02, 202412",
    "2026-11-20, 2025-11-20, 202511",
  })
  void bizmonthIsThePreviousMonthOnlyWhileTheBusinessMonthIsCurrent(
      String now, String scheduled, String expected) {
    assertThat(value("$bizmonth", scheduled, now)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "$yyyymmdd, 20251031",
    "$yyyy, 2025",
    "$mm, 10",
    "$dd, 31",
    "$gmtdate, 20251120",
  })
  void legacySpellingsAreTheBusinessDateAndGmtdateIsNow(String expression, String expected) {
    assertThat(value(expression, "2025-11-01 02:30:45", "2025-11-20")).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "${yyyymm}01, 20251001",
    "/data/$bizdate_out/, /data/20251031_out/",
    "$bizdate01, 2025103101",
    "$bizdate$cyctime, 2025103120251101023045",
    "cost$, cost$",
    "$1-$$-$_, $1-$$-$_",
    "'', ''",
    "plain, plain",
    "a}b]c, a}b]c",
    "$[yyyymmddThh24:mi:ss], 20251101T02:30:45",
    "$[hh]_$[hh12], 02_02",
    "$[hh-4/24]_$[hh12-3/24], 10_11",
    "$[hh-2/24-30/24/60], 12",
    "${yyyymmdd+1}, 20251101",
    "${yyyymmdd+7*2}, 20251114",
    "${yyyymm+3}, 202601",
    "${mm-1}, 09",
    "${dd-1}, 30",
    "${yy-1}, 24",
    "$[yyyy/mm/dd+1], 2025/11/02",
    "'$[add_months(yyyymmdd,-1)-1]', 20250930",
    "'$[add_months(yyyymmddhh24,-1)-1-3/24]', 2025092923",
    "$[yyyymmdd-2*3/24], 20251031",
    "$[miss-1/7], 0502",
    "$[yyyymm-1-1/24], 202510",
  })
  void formsAndTextAreConcatenated(String expression, String expected) {
    assertThat(value(expression, "2025-11-01 02:30:45", null)).isEqualTo(expected);
  }

  static String value(String expression, String scheduled, @Nullable String now) {
    Result<List<String>> result =
        new ParameterTrial(List.of(expression), scheduled, null, now).evaluate();
    return switch (result) {
      case Result.Value<List<String>>(List<String> values) -> values.getFirst();
      case Result.Refused<List<String>>(ParameterError error) -> throw new AssertionError(error);
    };
  }
}
