package io.weirworks.scheduler.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the evaluator refuses (scenario 2): the code, the place and a part of the hint. */
class RefusedExpressionTest {

  @ParameterizedTest(name = "{0} is {1} at {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "${hh24}                   | TimeTokenInBusinessDate | 2  | $[hh24]",
        "${yyyymmddhh}             | TimeTokenInBusinessDate | 10 | $[yyyymmddhh]",
        "${yyyymmdd-mi}            | TimeTokenInBusinessDate | 11 | scheduled time",
        "${hi24mmss}               | UnknownParameterName    | 2  | $bizdate",
        "$[yyyymm-1]               | DaysWithoutDayToken     | 8  | add_months(yyyymm,-1)",
        "$[yyyy-1]                 | DaysWithoutDayToken     | 6  | add_months(yyyy,12*N)",
        "$[mm+2]                   | DaysWithoutDayToken     | 4  | add_months(mm,+2)",
        "$[yyyymm-7*1]             | DaysWithoutDayToken     | 8  | add_months",
        "$[yyyymm-1-2]             | DaysWithoutDayToken     | 8  | add_months",
        "$[hh24-1]                 | DaysWithoutDayToken     | 6  | $[hh24-1/24]",
        "\"$[add_months(yyyymm,-1)-1]\" | DaysWithoutDayToken | 19 | add_months",
        "\"${yyyymmdd -1}\"        | BlankInExpression       | 10 | blanks",
        "\"a b\"                   | BlankInExpression       | 1  | blanks",
        "\"$[yyyymmdd\t]\"         | BlankInExpression       | 10 | blanks",
        "dt=$bizdate               | EqualsSignInExpression  | 2  | name",
        "${yyyymmdd=1}             | EqualsSignInExpression  | 10 | name",
        "$[hh24-1/0]               | DivisionByZero          | 9  | 24/60",
        "$[hh24-1/24/000]          | DivisionByZero          | 12 | 24/60",
        "${yyyymmdd                | UnclosedForm            | 0  | '}'",
        "x$[yyyymmdd               | UnclosedForm            | 1  | ']'",
        "${yyyymm$[dd]             | UnclosedForm            | 0  | '}'",
        "${yyyymm${dd}             | UnclosedForm            | 0  | nested",
        "\"$[add_months(yyyymmdd,-1]\" | UnclosedForm        | 2  | ')'",
        "${YYYYMMDD}               | UpperCaseToken          | 2  | 'yyyy'",
        "$[yyyyMMdd]               | UpperCaseToken          | 6  | 'mm'",
        "$[HH24]                   | UpperCaseToken          | 2  | 'hh24'",
        "$foo                      | UnknownParameterName    | 0  | $bizdate",
        "a-$BIZDATE                | UnknownParameterName    | 2  | $bizdate.",
        "$bizdatex                 | UnknownParameterName    | 0  | $bizdate",
        "${summary}                | UnknownParameterName    | 2  | code",
        "${bizdate}                | UnknownParameterName    | 2  | $bizdate",
        "${}                       | NoFormatToken           | 2  | yyyy",
        "$[]                       | NoFormatToken           | 2  | hh24",
        "$[-1]                     | NoFormatToken           | 2  | yyyy",
        "${yyyymmdd-1/24}          | InvalidOffset           | 10 | $[hh24-1/24]",
        "${yyyymmdd-1-1}           | InvalidOffset           | 10 | 7*2",
        "${yyyymmdd-2*3}           | InvalidOffset           | 10 | 7*2",
        "${yyyymmdd-1x}            | InvalidOffset           | 12 | last",
        "${yyyy-1-mm}              | InvalidOffset           | 9  | last",
        "$[yyyymmdd-1/]            | InvalidOffset           | 13 | last",
        "$[yyyymmdd-1*]            | InvalidOffset           | 13 | last",
        "\"${add_months(yyyymm,-1)}\" | InvalidOffset        | 2  | $[add_months(yyyymm,-1)]",
        "\"$[add_months(yyyymm)]\"  | InvalidOffset          | 2  | behind it",
        "\"$[add_months(yyyymmdd-1,-1)]\" | InvalidOffset    | 2  | behind it",
        "\"$[add_months(yyyymm,)]\" | InvalidOffset          | 20 | last",
        "\"$[add_months(yyyymm,-1/2)]\" | InvalidOffset      | 22 | last",
        "$[yyyymmdd-1234567890123456789] | NumberTooLarge    | 11 | 18",
      })
  void badExpressionsAreRefusedWhereTheyAreWrongWithAHint(
      String expression, String code, int position, String hint) {
    assertThat(ParameterExpression.parse(expression))
        .isInstanceOfSatisfying(
            Result.Refused.class,
            refused -> {
              assertThat(refused.error().code().code()).isEqualTo(code);
              assertThat(refused.error().position()).isEqualTo(position);
              assertThat(refused.error().hint()).contains(hint);
              assertThat(refused.error().message()).isNotBlank();
              assertThat(refused.error().expression()).isEqualTo(expression);
            });
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "${yyyymmdd+999999999999999999}",
        "${yyyy+7975}",
        "${yyyymm-24301}",
        "$[yyyymmdd-3000000]",
        "$[yyyymmdd-999999999999999999*999999999999999999]",
        "$[yyyymmddhh24+99999999999/24]",
        "$[yyyymmddhh24+999999999999999999/24]",
        "$[add_months(yyyymmdd,999999999999999999*12)]",
        "$[add_months(yyyymmdd,-24312)]",
      })
  void datesOutsideTheYears1To9999AreRefusedWhenEvaluated(String expression) {
    // given
    var context =
        EvaluationContext.of(
            Instant.parse("2025-11-01T00:00:00Z"), ZoneOffset.UTC, Instant.EPOCH, null);
    // when
    Result<String> result =
        ParameterExpression.parse(expression).then(parsed -> parsed.evaluate(context));
    // then
    assertThat(result)
        .isInstanceOfSatisfying(
            Result.Refused.class,
            refused ->
                assertThat(refused.error().code()).isEqualTo(ParameterErrorCode.DATE_OUT_OF_RANGE));
  }

  @Test
  void instanceIdsAreKnownOnlyInAnInstance() {
    // given
    Instant scheduled = Instant.parse("2025-11-01T00:00:00Z");
    var outside = EvaluationContext.of(scheduled, ZoneOffset.UTC, scheduled, null);
    var inside =
        EvaluationContext.of(
            scheduled,
            ZoneOffset.UTC,
            scheduled,
            new EvaluationContext.Ids("workflow", "node", "instance"));
    var expression = ParameterExpression.parse("$jobid/$nodeid/$taskid");
    // when
    Result<String> refused = expression.then(parsed -> parsed.evaluate(outside));
    Result<String> value = expression.then(parsed -> parsed.evaluate(inside));
    // then
    assertThat(refused)
        .isInstanceOfSatisfying(
            Result.Refused.class,
            it -> assertThat(it.error().code()).isEqualTo(ParameterErrorCode.NO_INSTANCE));
    assertThat(value).isEqualTo(new Result.Value<>("workflow/node/instance"));
  }
}
