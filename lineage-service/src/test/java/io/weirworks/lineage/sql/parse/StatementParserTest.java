package io.weirworks.lineage.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Catalog;
import io.weirworks.lineage.sql.Diagnostic;
import io.weirworks.lineage.sql.Dialect;
import io.weirworks.lineage.sql.SqlLineage;
import io.weirworks.lineage.sql.SqlScript;
import io.weirworks.lineage.sql.StatementLineage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StatementParserTest {

  private static List<StatementLineage> analysed(SqlLineage lineage, String script) {
    return lineage.analyse(SqlScript.of(script, Dialect.SPARK), Catalog.EMPTY).statements();
  }

  @Test
  void badStatementCostsOnlyItself() {
    // given
    String script =
        "insert into a select x from b;\nselect ) from where;\ninsert into c select y from d";
    // when
    List<StatementLineage> statements = analysed(SqlLineage.create(), script);
    // then
    assertThat(statements)
        .extracting(s -> s.diagnostic().isPresent())
        .containsExactly(false, true, false);
    assertThat(statements.get(2).columnEdges()).hasSize(1);
  }

  @Test
  void diagnosticNamesLineAndColumnOfTheScript() {
    // given: the second statement's third line is wrong at its fifth character
    String script = "select 1;\n\nselect a\nfrom t\nxxx yyy zzz";
    // when
    Diagnostic diagnostic = analysed(SqlLineage.create(), script).get(1).diagnostic().orElseThrow();
    // then
    assertThat(diagnostic.code()).isEqualTo(Diagnostic.Code.SYNTAX);
    assertThat(diagnostic.line()).isEqualTo(5);
    assertThat(diagnostic.column()).isEqualTo(5);
    assertThat(diagnostic.message()).contains("'yyy'");
  }

  @Test
  void diagnosticCountsPositionsAfterASubstitutedVariableInTheScript() {
    String script = "set v=a_very_long_column_name;\nselect ${v} from t ) x";
    Diagnostic diagnostic = analysed(SqlLineage.create(), script).get(1).diagnostic().orElseThrow();
    assertThat(diagnostic.line()).isEqualTo(2);
    assertThat(diagnostic.column()).isEqualTo("select ${v} from t ".length() + 1);
  }

  @Test
  void textThatEndsTooEarlySaysSo() {
    Diagnostic diagnostic =
        analysed(SqlLineage.create(), "select sum(a").getFirst().diagnostic().orElseThrow();
    assertThat(diagnostic.message()).isEqualTo("the statement ends too early");
  }

  @Test
  void tooLargeStatementIsNotParsed() {
    // given
    ParseLimits limits = new ParseLimits(20, Duration.ofSeconds(1));
    SqlLineage lineage = new SqlLineage(limits, InstantSource.system());
    // when
    List<StatementLineage> statements = analysed(lineage, "select a, b, c, d, e from t; select 1");
    // then
    assertThat(statements.getFirst().diagnostic().orElseThrow().code())
        .isEqualTo(Diagnostic.Code.TOO_LARGE);
    assertThat(statements.get(1).diagnostic()).isEmpty();
  }

  @Test
  void parsingStopsWhenItsTimeIsOver() {
    // given: every look at the clock finds a second gone
    AtomicLong now = new AtomicLong();
    InstantSource clock = () -> Instant.ofEpochMilli(now.addAndGet(1000));
    SqlLineage lineage = new SqlLineage(new ParseLimits(1 << 20, Duration.ofMillis(500)), clock);
    // when
    List<StatementLineage> statements =
        analysed(lineage, "select " + "a + ".repeat(2000) + "a from t");
    // then
    assertThat(statements.getFirst().diagnostic().orElseThrow().code())
        .isEqualTo(Diagnostic.Code.TOO_SLOW);
  }

  @Test
  void charactersBeyondTheBasicPlaneDoNotShiftSpans() {
    String sql = "select '\uD83D\uDE80' as r, abc as x from t";
    StatementLineage statement = analysed(SqlLineage.create(), sql).getFirst();
    assertThat(statement.columnEdges().getFirst().expression().orElseThrow().text())
        .isEqualTo("abc");
    int start = statement.columnEdges().getFirst().expression().orElseThrow().span().start();
    assertThat(sql.substring(start)).startsWith("abc as x");
  }
}
