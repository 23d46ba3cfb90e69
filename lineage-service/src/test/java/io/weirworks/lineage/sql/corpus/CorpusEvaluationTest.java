package io.weirworks.lineage.sql.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.SqlLineage;
import io.weirworks.lineage.sql.corpus.CorpusEvaluation.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusEvaluationTest {

  @TempDir private Path folder;

  private String predicted(String sql, String catalog) throws IOException {
    Path cases = folder.resolve("cases.jsonl");
    Path predictions = folder.resolve("predictions.jsonl");
    Files.writeString(
        cases,
        "{\"id\":\"one\",\"dialect\":\"spark\",\"sql\":\"%s\",\"catalog\":%s,\"inputs\":null}\n"
            .formatted(sql, catalog));
    Outcome outcome = new CorpusEvaluation(SqlLineage.create()).run(cases, predictions);
    assertThat(outcome.cases()).isEqualTo(1);
    return Files.readString(predictions).strip();
  }

  @Test
  void predictionHasTheCorpusFormat() throws IOException {
    assertThat(predicted("insert into t select k from s", "{\"t\":[\"a\"]}"))
        .isEqualTo(
            "{\"id\":\"one\",\"parsed\":true,\"inputs\":[\"default.s\"],\"outputs\":[\"default.t\"],"
                + "\"columns\":[{\"from\":[\"default.s.k\"],\"to\":\"default.t.a\"}]}");
  }

  @Test
  void statementWithoutParseTreeIsNotParsed() throws IOException {
    assertThat(predicted("select ) from", "null")).contains("\"parsed\":false");
  }

  @Test
  void columnsPassThroughTablesThatTheScriptMakesForItself() throws IOException {
    assertThat(
            predicted(
                "create table m as select k as l from s; insert into t select l as x from m",
                "null"))
        .contains("\"columns\":[{\"from\":[\"default.s.k\"],\"to\":\"default.t.x\"}]");
  }

  @Test
  void tableMadeAndDroppedByTheScriptIsNoOutputOfIt() throws IOException {
    assertThat(
            predicted(
                "create table m as select k from s; insert into t select k from m; drop table m",
                "null"))
        .contains("\"inputs\":[\"default.s\"],\"outputs\":[\"default.t\"]");
  }
}
