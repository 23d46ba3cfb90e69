package io.weirworks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ParamsEvalCommandTest {

  private static final String VECTORS = "/io/weirworks/scheduler/parameter/";

  private final Shell shell = new Shell(Path.of("target"), List.of());

  @Test
  void eachExpressionIsOneLine() {
    // when
    var outcome =
        shell.type(
            "params", "eval", "$bizdate", "$[yyyy-mm-dd-1]", "--scheduled", "2026-11-20T02:30:00");
    // then
    assertThat(outcome.code()).isZero();
    assertThat(outcome.lines()).containsExactly("20261119", "2026-11-19");
  }

  @Test
  void zoneAndNowAreTaken() {
    // when
    var outcome =
        shell.type(
            "params",
            "eval",
            "$gmtdate",
            "$cyctime",
            "--scheduled",
            "2025-11-20T02:00:00Z",
            "--zone",
            "Asia/Shanghai",
            "--now",
            "2025-12-31T20:00:00Z");
    // then
    assertThat(outcome.lines()).containsExactly("20260101", "20251120100000");
  }

  /** The tables of dataworks-semantics 2.2 and 2.6, row by row. */
  @ParameterizedTest(name = "{0}: {3} = {4}")
  @CsvFileSource(resources = VECTORS + "golden-vectors.csv", delimiter = '|')
  void expressionHasItsValue(
      String rule, String scheduled, @Nullable String now, String expression, String expected) {
    // given
    List<String> words = new ArrayList<>(List.of("params", "eval", expression));
    words.addAll(List.of("--scheduled", scheduled));
    words.addAll(now == null ? List.of() : List.of("--now", now));
    // when
    var outcome = shell.type(words.toArray(String[]::new));
    // then
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).as(rule).isEqualTo(expected + "\n");
  }

  @ParameterizedTest(name = "{0} is refused: {1}")
  @CsvFileSource(resources = VECTORS + "refused-expressions.csv", delimiter = '|')
  void wrongExpressionIsWrongUseWithAHint(
      String expression, String code, int position, String hint) {
    // when
    var outcome = shell.type("params", "eval", expression, "--scheduled", "2026-11-20");
    // then
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .contains(code, expression, "character " + (position + 1), hint)
        .hasLineCount(1);
  }

  @Test
  void scheduledTimeIsRequired() {
    assertThat(shell.type("params", "eval", "$bizdate").code()).isEqualTo(2);
  }
}
