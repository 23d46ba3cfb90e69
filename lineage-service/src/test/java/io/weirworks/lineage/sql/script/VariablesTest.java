package io.weirworks.lineage.sql.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Span;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTest {

  private static SourceText substituted(String sql, Map<String, String> values) {
    Variables variables = new Variables();
    values.forEach(variables::define);
    return variables.substitute(new RawStatement(sql, new Span(10, 10 + sql.length())));
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          select * from ${db}.t           | select * from prod.t
          select '${db}'                  | select 'prod'
          select * from ${hiveconf:db}.t  | select * from prod.t
          select * from ${hivevar:db}.t   | select * from prod.t
          select ${outer}                 | select prod
          from log_${db}_v1               | from log_prod_v1
          """)
  void knownVariableIsReplacedByItsValue(String sql, String expected) {
    assertThat(substituted(sql, Map.of("db", "prod", "outer", "${db}")).text()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          select * from ${db}.t      | select * from `${db}`.t
          from log_${day}_v1         | from `log_${day}_v1`
          where dt = ${day}          | where dt = '${day}'
          where dt>=${day}           | where dt>='${day}'
          PARTITION (dt=${day})      | PARTITION (dt='${day}')
          select '${day}', `${day}`  | select '${day}', `${day}`
          select 1 -- ${day}         | select 1 -- ${day}
          """)
  void unknownVariableSurvivesAsPlaceholder(String sql, String expected) {
    assertThat(substituted(sql, Map.of()).text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"SET a=1", "set a = 1", "SET hivevar:a=1", "set HIVECONF:a=1"})
  void setStatementTeachesAVariable(String statement) {
    // given
    Variables variables = new Variables();
    // when
    variables.learn(statement);
    // then
    String sql = "select ${a}";
    assertThat(variables.substitute(new RawStatement(sql, new Span(0, sql.length()))).text())
        .isEqualTo("select 1");
  }

  @Test
  void variableThatNamesItselfIsNotFollowedForEver() {
    assertThat(substituted("select ${a}", Map.of("a", "${a}")).text()).contains("${a}");
  }

  @Test
  void valuesThatMultiplyWithoutEndStopAtABound() {
    // given: every value names the next variable a hundred times
    Variables variables = new Variables();
    for (int i = 0; i < 10; i++) {
      variables.define("v" + i, ("${v" + (i + 1) + "}").repeat(100));
    }
    // when
    SourceText text = variables.substitute(new RawStatement("'${v0}'", new Span(0, 7)));
    // then
    assertThat(text.text().length()).isLessThan(1 << 24);
  }

  @Test
  void positionsLeadBackToTheScript() {
    // given: the statement starts at 10 in its script
    String sql = "select ${a} + b from ${db}.t";
    SourceText text = substituted(sql, Map.of("a", "something_long", "db", "x"));
    // when
    int b = text.text().indexOf("b from");
    int value = text.text().indexOf("something_long");
    // then
    assertThat(text.span(b, b + 1))
        .isEqualTo(new Span(10 + sql.indexOf("b from"), 10 + sql.indexOf("b from") + 1));
    assertThat(text.span(value, value + 4)).isEqualTo(new Span(10 + 7, 10 + 11));
  }
}
