package io.weirworks.scheduler.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Assignment and substitution (dataworks-semantics 2.7, scenario 3). */
class ParameterDefinitionsTest {
  private static final Instant SCHEDULED = Instant.parse("2025-11-01T02:30:45Z");
  private static final EvaluationContext CONTEXT =
      EvaluationContext.of(SCHEDULED, ZoneOffset.UTC, SCHEDULED, null);

  @Test
  void namedParametersAreReadByNameAndDideShellOnesByPosition() {
    // given
    var named = ParameterDefinitions.parseNamed(" dt=$bizdate  hr=$[hh24-1/24] table=flights ");
    var positional = ParameterDefinitions.parsePositional("$bizdate $[hh24-1/24]");
    // when
    var namedValues = named.then(definitions -> definitions.evaluate(CONTEXT));
    var positionalValues = positional.then(definitions -> definitions.evaluate(CONTEXT));
    // then
    assertThat(namedValues)
        .isEqualTo(
            new Result.Value<>(
                new ParameterValues.Named(
                    Map.of("dt", "20251031", "hr", "01", "table", "flights"))));
    assertThat(positionalValues)
        .isEqualTo(new Result.Value<>(new ParameterValues.Positional(List.of("20251031", "01"))));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "dt=$bizdate dt=$cyctime, DuplicateParameterName",
    "$bizdate, InvalidAssignment",
    "d-t=$bizdate, InvalidAssignment",
    "=$bizdate, InvalidAssignment",
    "dt=${hh24}, TimeTokenInBusinessDate",
    "dt=a=b, EqualsSignInExpression",
  })
  void wrongAssignmentsAreRefusedWhenDefined(String text, String code) {
    assertThat(ParameterDefinitions.parseNamed(text))
        .isInstanceOfSatisfying(
            Result.Refused.class,
            refused -> assertThat(refused.error().code().code()).isEqualTo(code));
  }

  @Test
  void nodeParameterOverridesTheWorkflowsOfTheSameName() {
    // given
    var workflow = List.of(assignment("dt", "$bizdate"), assignment("env", "prod"));
    var node = new ParameterDefinitions.Named(List.of(assignment("dt", "$cyctime")));
    // when
    var values = node.within(workflow).evaluate(CONTEXT);
    // then
    assertThat(values)
        .isEqualTo(
            new Result.Value<>(
                new ParameterValues.Named(Map.of("dt", "20251101023045", "env", "prod"))));
  }

  @Test
  void positionalParametersDoNotMixWithTheWorkflows() {
    var node = new ParameterDefinitions.Positional(List.of());
    assertThat(node.within(List.of(assignment("dt", "$bizdate")))).isEqualTo(node);
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource({
    "SELECT ${dt}, SELECT 20251031",
    "${dt}${dt}/${hr}, 2025103120251031/01",
    "${unknown} and ${yyyymmdd}, ${unknown} and ${yyyymmdd}",
    "${ref}, ${dt}",
    "$dt ${} ${ dt }, $dt ${} ${ dt }",
    "${money}, $1\\2",
    "${${dt}}, ${20251031}",
  })
  void namesAreReplacedOnceAndUnknownOnesStayLiteral(String code, String expected) {
    // given
    var values =
        new ParameterValues.Named(
            Map.of("dt", "20251031", "hr", "01", "ref", "${dt}", "money", "$1\\2"));
    // when
    String substituted = Substitution.apply(code, values);
    // then
    assertThat(substituted).isEqualTo(expected);
  }

  @Test
  void shellCodeWithPositionalValuesIsLeftToTheShell() {
    assertThat(Substitution.apply("echo $1 ${dt}", new ParameterValues.Positional(List.of("x"))))
        .isEqualTo("echo $1 ${dt}");
  }

  @Test
  void aBackfillsGmtdateIsTheDayAfterItsBusinessDate() {
    // given
    Instant now = Instant.parse("2026-01-15T08:00:00Z");
    var definitions = ParameterDefinitions.parseNamed("gmt=$gmtdate month=$bizmonth");
    // when
    var backfill =
        definitions.then(
            it -> it.evaluate(EvaluationContext.ofBackfill(SCHEDULED, ZoneOffset.UTC, now, null)));
    var manual =
        definitions.then(
            it -> it.evaluate(EvaluationContext.of(SCHEDULED, ZoneOffset.UTC, now, null)));
    // then
    assertThat(backfill)
        .isEqualTo(
            new Result.Value<>(
                new ParameterValues.Named(Map.of("gmt", "20251101", "month", "202510"))));
    assertThat(manual)
        .isEqualTo(
            new Result.Value<>(
                new ParameterValues.Named(Map.of("gmt", "20260115", "month", "202510"))));
  }

  private static ParameterAssignment assignment(String name, String expression) {
    return switch (ParameterAssignment.of(name, expression)) {
      case Result.Value<ParameterAssignment>(ParameterAssignment assignment) -> assignment;
      case Result.Refused<ParameterAssignment>(ParameterError error) ->
          throw new AssertionError(error);
    };
  }
}
