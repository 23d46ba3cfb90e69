package io.weirworks.lineage.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Dialect;
import io.weirworks.lineage.sql.SqlLineage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a statement shows of the use of datasets. */
class StatementUsesTest {

  private static final SqlLineage LINEAGE = SqlLineage.create();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "SELECT a FROM d.s                                    | READ d.s",
        "INSERT INTO d.t SELECT a FROM d.s                    | READ d.s, WRITE d.t",
        "INSERT INTO d.t SELECT a FROM d.t                    | READ d.t, WRITE d.t",
        "INSERT INTO d.t VALUES (1)                           | WRITE d.t",
        "INSERT INTO d.t SELECT 1                             | WRITE d.t",
        "CREATE TABLE d.t AS SELECT a FROM d.s                | READ d.s, WRITE d.t",
        "CREATE TABLE d.t (a INT) USING parquet               | ''",
        "ALTER TABLE d.t ADD COLUMNS (b INT)                  | ''",
        "ALTER TABLE d.t ADD PARTITION (ds = '1')             | ''",
        "TRUNCATE TABLE d.t                                   | WRITE d.t",
        "LOAD DATA INPATH '/x' INTO TABLE d.t                 | READ path:/x, WRITE d.t",
        "DELETE FROM d.t WHERE a IN (SELECT b FROM d.s)       | READ d.s, WRITE d.t",
        "DROP TABLE d.t                                       | ''"
      })
  void inputsAreReadAndOutputsWrittenAlsoWithoutAnEdge(String statement, String expected) {
    // given
    Run run = new Run("r", "ni", "wi", "demo", "flow", "n", "node", "2001-01-01", Instant.EPOCH);
    RunScript script =
        new RunScript(
            run, Dialect.SPARK, List.of(new RunStatement(0, statement, "f".repeat(64), null)), 0);
    ScriptReading reading = new ScriptReading(LINEAGE, script, table -> Optional.empty());

    // when
    String uses =
        RunDecision.decide(0, script, reading).steps().stream()
            .flatMap(step -> ((RunEvent.Recorded) step.event()).record().uses().stream())
            .map(use -> use.access() + " " + use.dataset().id())
            .sorted()
            .collect(Collectors.joining(", "));

    // then
    assertThat(uses).isEqualTo(expected.equals("''") ? "" : expected);
  }
}
