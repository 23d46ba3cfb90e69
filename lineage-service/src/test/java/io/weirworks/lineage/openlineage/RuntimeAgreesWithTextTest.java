package io.weirworks.lineage.openlineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Spark really said of scripts, and what their text says. */
class RuntimeAgreesWithTextTest {
  private static final List<String> SCRIPTS =
      List.of("statements", "flights", "warehouse", "changes", "reports");

  /** Both sources of one script. */
  private record Both(ToldEdges text, ToldEdges engine) {
    static Both of(String script) throws Exception {
      return new Both(ToldEdges.byText(script), ToldEdges.byEngine(script));
    }

    /** What only one of them tells. */
    Set<Link> apart() {
      return Stream.concat(text.columns().stream(), engine.columns().stream())
          .filter(link -> text.columns().contains(link) != engine.columns().contains(link))
          .collect(Collectors.toSet());
    }

    boolean isExplained(Link link) {
      return Difference.why(link, text, engine).isPresent();
    }

    /** A pair of datasets differs where their columns do, and for the same reason, or by a rule. */
    boolean isExplained(ToldEdges.Pair pair) {
      return Difference.why(pair, text).isPresent()
          || apart().stream()
              .anyMatch(link -> link.isBetween(pair.source(), pair.target()) && isExplained(link));
    }

    /** The rules that explain something. */
    Stream<Difference> rules() {
      return Stream.concat(
              apart().stream().map(link -> Difference.why(link, text, engine)),
              Stream.concat(text.tables().stream(), engine.tables().stream())
                  .filter(pair -> text.tables().contains(pair) != engine.tables().contains(pair))
                  .map(pair -> Difference.why(pair, text)))
          .flatMap(Optional::stream);
    }
  }

  @ParameterizedTest
  @CsvSource({"statements, 58", "flights, 45", "warehouse, 96", "changes, 8", "reports, 95"})
  void engineAndTextTellTheSameColumnsOrARuleSaysWhyNot(String script, int agreed)
      throws Exception {
    // given
    Both both = Both.of(script);
    // when
    var unexplained = both.apart().stream().filter(link -> !both.isExplained(link)).toList();
    // then
    assertThat(unexplained).isEmpty();
    assertThat(both.text().columns())
        .filteredOn(both.engine().columns()::contains)
        .hasSizeGreaterThanOrEqualTo(agreed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"statements", "flights", "warehouse", "changes", "reports"})
  void engineAndTextTellTheSameTablesWhereTheirColumnsAgree(String script) throws Exception {
    Both both = Both.of(script);
    assertThat(both.text().tables())
        .filteredOn(pair -> !both.engine().tables().contains(pair))
        .allMatch(both::isExplained);
    assertThat(both.engine().tables())
        .filteredOn(pair -> !both.text().tables().contains(pair))
        .allMatch(both::isExplained);
  }

  @Test
  void eachRuleExplainsSomething() throws Exception {
    Set<Difference> seen = EnumSet.noneOf(Difference.class);
    for (String script : SCRIPTS) {
      Both.of(script).rules().forEach(seen::add);
    }
    assertThat(seen).containsExactly(Difference.values());
  }

  @Test
  void eachRuleIsDocumented() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "lineage.md"));
    for (Difference rule : Difference.values()) {
      assertThat(page).contains(rule.sentence());
    }
  }
}
