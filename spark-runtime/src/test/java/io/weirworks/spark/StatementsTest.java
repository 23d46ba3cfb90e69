package io.weirworks.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds Spark's internal splitter to what we rely on: a new Spark version that splits otherwise
 * fails here.
 */
class StatementsTest {
  static Stream<Arguments> scripts() {
    return Stream.of(
        row("SELECT 1; SELECT 2", "SELECT 1", "SELECT 2"),
        row("SELECT 1;\n;\n  ;", "SELECT 1"),
        row("SELECT ';' ; SELECT \"a;b\"", "SELECT ';'", "SELECT \"a;b\""),
        row("SELECT 'it\\'s; one'; SELECT 2", "SELECT 'it\\'s; one'", "SELECT 2"),
        row("-- one; comment\nSELECT 1; SELECT 2", "-- one; comment\nSELECT 1", "SELECT 2"),
        row("SELECT /* a; b */ 1; SELECT 2", "SELECT /* a; b */ 1", "SELECT 2"),
        row("SELECT `a;b` FROM t", "SELECT `a;b` FROM t"),
        row("SELECT 1; -- the end", "SELECT 1"),
        row(""),
        row(" \n "));
  }

  private static Arguments row(String script, String... statements) {
    return Arguments.of(script, List.of(statements));
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void aScriptIsSplitAtSemicolonsThatEndStatements(String script, List<String> statements) {
    assertThat(Statements.split(script, false)).isEqualTo(statements);
  }

  @ParameterizedTest
  @CsvSource({
    "BEGIN SELECT 1; SELECT 2; END, true, 1",
    "BEGIN SELECT 1; SELECT 2; END, false, 3",
    "BEGIN SELECT 1; END; SELECT 3, true, 3"
  })
  void onlyAScriptThatIsOneCompoundStatementIsHeldTogether(
      String script, boolean scripting, int statements) {
    assertThat(Statements.split(script, scripting)).hasSize(statements);
  }
}
