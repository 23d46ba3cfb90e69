package io.weirworks.lineage.openlineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Spark really said of two scripts, and what their text says. */
class RuntimeAgreesWithTextTest {
  private static final List<String> SCRIPTS = List.of("statements", "flights");

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

    /** A pair of datasets differs only where their columns do, and for the same reason. */
    boolean isExplained(ToldEdges.Pair pair) {
      return apart().stream()
          .anyMatch(link -> link.isBetween(pair.source(), pair.target()) && isExplained(link));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"statements", "flights"})
  void engineAndTextTellTheSameColumnsOrARuleSaysWhyNot(String script) throws Exception {
    // given
    Both both = Both.of(script);
    // when
    var unexplained = both.apart().stream().filter(link -> !both.isExplained(link)).toList();
    // then
    assertThat(unexplained).isEmpty();
    assertThat(both.text().columns())
        .filteredOn(both.engine().columns()::contains)
        .hasSizeGreaterThan(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"statements", "flights"})
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
      Both both = Both.of(script);
      both.apart()
          .forEach(link -> Difference.why(link, both.text(), both.engine()).ifPresent(seen::add));
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
