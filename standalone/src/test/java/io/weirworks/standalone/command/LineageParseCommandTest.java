package io.weirworks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineageParseCommandTest {

  private final Shell shell = new Shell(Path.of("target"), List.of());
  private final JsonMapper json = JsonMapper.builder().build();

  @TempDir private Path folder;

  @Test
  void scriptIsOneObjectInTheCorpusForm() throws IOException {
    // given
    Path script = written("script.sql", "insert into t select sum(k) from s group by g;");
    // when
    var outcome =
        shell.type(
            "lineage",
            "parse",
            script.toString(),
            "--dialect",
            "spark",
            "--catalog",
            "{\"t\": [\"a\"]}");
    // then
    assertThat(outcome.code()).isZero();
    JsonNode report = json.readTree(outcome.out());
    assertThat(report.path("parsed").asBoolean()).isTrue();
    assertThat(report.path("inputs").toString()).isEqualTo("[\"default.s\"]");
    assertThat(report.path("outputs").toString()).isEqualTo("[\"default.t\"]");
    assertThat(report.path("columns").toString())
        .isEqualTo("[{\"from\":[\"default.s.k\"],\"to\":\"default.t.a\"}]");
    JsonNode statement = report.path("statements").path(0);
    assertThat(statement.path("columns").path(0).path("subtype").asText()).isEqualTo("AGGREGATION");
    assertThat(statement.path("columns").path(0).path("expression").path("text").asText())
        .isEqualTo("sum(k)");
    assertThat(statement.path("datasets").path(0).path("subtype").asText()).isEqualTo("GROUP_BY");
  }

  @Test
  void badStatementCostsOnlyItselfAndHasLineAndColumn() throws IOException {
    // given
    Path script = written("bad.sql", "select )\nfrom s;\ninsert into t select k from s;");
    // when
    var outcome = shell.type("lineage", "parse", script.toString(), "--dialect", "HIVE");
    // then
    assertThat(outcome.code()).isZero();
    JsonNode report = json.readTree(outcome.out());
    assertThat(report.path("parsed").asBoolean()).isFalse();
    JsonNode diagnostic = report.path("statements").path(0).path("diagnostic");
    assertThat(diagnostic.path("code").asText()).isEqualTo("SYNTAX");
    assertThat(diagnostic.path("line").asInt()).isEqualTo(1);
    assertThat(diagnostic.path("column").asInt()).isEqualTo(8);
    assertThat(report.path("outputs").toString()).isEqualTo("[\"default.t\"]");
  }

  @Test
  void catalogueMayBeAFile() throws IOException {
    // given
    Path script = written("star.sql", "insert into t select * from s");
    Path catalog = written("catalog.json", "{\"s\": [\"x\"], \"t\": [\"y\"]}");
    // when
    var outcome =
        shell.type(
            "lineage",
            "parse",
            script.toString(),
            "--dialect",
            "spark",
            "--catalog",
            catalog.toString());
    // then
    assertThat(outcome.out()).contains("{\"from\":[\"default.s.x\"],\"to\":\"default.t.y\"}");
  }

  @Test
  void catalogueOfAnotherFormIsWrongUse() throws IOException {
    // given
    Path script = written("some.sql", "select 1");
    // when
    var outcome =
        shell.type(
            "lineage",
            "parse",
            script.toString(),
            "--dialect",
            "spark",
            "--catalog",
            "{\"s\": \"x\"}");
    // then
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("WRONG_JSON", "{\"db.t\": [\"c1\", \"c2\"]}");
  }

  @Test
  void evaluationWritesOnePredictionPerCase() throws IOException {
    // given
    Path cases =
        written(
            "cases.jsonl",
            """
            {"id": "one", "dialect": "hive", "sql": "insert into t select k from s", "catalog": {"t": ["a"]}}
            {"id": "two", "dialect": "spark", "sql": "select ) from"}
            """);
    Path predictions = folder.resolve("predictions.jsonl");
    // when
    var outcome =
        shell.type("lineage", "evaluate", cases.toString(), "--out", predictions.toString());
    // then
    assertThat(outcome.code()).isZero();
    assertThat(Files.readAllLines(predictions))
        .satisfiesExactly(
            one -> assertThat(one).contains("\"id\":\"one\",\"parsed\":true", "default.t.a"),
            two -> assertThat(two).contains("\"id\":\"two\",\"parsed\":false"));
  }

  @Test
  void caseFileThatIsNotThereIsTold() {
    // when
    var outcome = shell.type("lineage", "evaluate", "no.jsonl", "--out", "target/no.out");
    // then
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("FILE", "no.jsonl");
  }

  private Path written(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
