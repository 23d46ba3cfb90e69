package io.weirworks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParamsEvalCommandTest {

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

  @ParameterizedTest(name = "{0} is refused")
  @CsvSource({"${hh24}", "'$[yyyymm-1]'", "$[yyyymmdd - 1]", "$[yyyymmdd-1/0]", "$[yyyymmdd"})
  void wrongExpressionIsWrongUseWithAHint(String expression) {
    // when
    var outcome = shell.type("params", "eval", expression, "--scheduled", "2026-11-20");
    // then
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains(expression).hasLineCount(1);
  }

  @Test
  void scheduledTimeIsRequired() {
    assertThat(shell.type("params", "eval", "$bizdate").code()).isEqualTo(2);
  }
}
