package io.weirworks.scheduler.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the evaluator refuses (scenario 2): the code, the place and a part of the hint. The command
 * line's own test reads the same file.
 */
class RefusedExpressionTest {

  @ParameterizedTest(name = "{0} is {1} at {2}")
  @CsvFileSource(resources = "refused-expressions.csv", delimiter = '|')
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
