package io.weirworks.lineage.sql.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.weirworks.lineage.sql.SqlLineage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases beside this test, compared as the corpus' scoring rules say; all have to be right. */
class OwnCasesTest {
  private static final CorpusEvaluation EVALUATION = new CorpusEvaluation(SqlLineage.create());
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A case with what is expected; what is missing is not asserted. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Expected(
      String id,
      String dialect,
      String sql,
      @Nullable Map<String, List<String>> catalog,
      @Nullable List<String> inputs,
      @Nullable List<String> outputs,
      @Nullable List<Column> columns,
      @JsonProperty("optional_inputs") @Nullable List<String> optionalInputs,
      @JsonProperty("columns_partial") boolean columnsPartial,
      boolean net) {
    record Column(List<String> from, String to) {}

    @Override
    public String toString() {
      return id;
    }
  }

  static Stream<Expected> cases() throws IOException {
    List<Expected> cases = new ArrayList<>();
    for (String file : List.of("own-cases.jsonl", "hold-out.jsonl", "upstream-hold-out.jsonl")) {
      cases.addAll(cases(file));
    }
    return cases.stream();
  }

  private static List<Expected> cases(String file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(SqlLineage.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8))) {
      List<Expected> cases = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        cases.add(JSON.readValue(line, Expected.class));
      }
      return cases;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void lineageIsWhatTheConventionsAskFor(Expected expected) {
    Prediction found =
        Prediction.of(
            expected.id,
            EVALUATION.analyse(
                new CorpusCase(expected.id, expected.dialect, expected.sql, expected.catalog)));
    assertThat(found.parsed()).as("parsed").isTrue();
    assertTables(expected, found);
    if (expected.columns != null) {
      assertThat(edges(columns(expected, found))).isEqualTo(edges(expected.columns));
    }
  }

  private static void assertTables(Expected expected, Prediction found) {
    Set<String> inputs = normal(found.inputs());
    Set<String> outputs = normal(found.outputs());
    if (expected.net) {
      Set<String> both = new TreeSet<>(inputs);
      both.retainAll(outputs);
      inputs.removeAll(both);
      outputs.removeAll(both);
    }
    if (expected.inputs != null) {
      Set<String> wanted = normal(expected.inputs);
      if (expected.optionalInputs != null) {
        inputs.removeAll(normal(expected.optionalInputs));
        wanted.removeAll(normal(expected.optionalInputs));
      }
      assertThat(inputs).as("inputs").isEqualTo(wanted);
    }
    if (expected.outputs != null) {
      assertThat(outputs).as("outputs").isEqualTo(normal(expected.outputs));
    }
  }

  /** What was found of the columns that are asserted. */
  private static List<Expected.Column> columns(Expected expected, Prediction found) {
    Set<String> asserted =
        expected.columns == null
            ? Set.of()
            : normal(expected.columns.stream().map(Expected.Column::to).toList());
    return found.columns().stream()
        .filter(column -> !expected.columnsPartial || asserted.contains(normal(column.to())))
        .map(column -> new Expected.Column(List.copyOf(column.from()), column.to()))
        .toList();
  }

  /** Dependencies on whole rows are not compared. */
  private static Set<String> edges(List<Expected.Column> columns) {
    return columns.stream()
        .flatMap(
            column ->
                column.from().stream()
                    .filter(from -> !from.endsWith(".*") || column.to().endsWith(".*"))
                    .map(from -> normal(from) + " -> " + normal(column.to())))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> normal(Collection<String> names) {
    return names.stream().map(OwnCasesTest::normal).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String normal(String name) {
    String plain = name.replaceAll("[`\"\\s]", "").toLowerCase(Locale.ROOT);
    return plain.startsWith("default.") ? plain.substring("default.".length()) : plain;
  }
}
