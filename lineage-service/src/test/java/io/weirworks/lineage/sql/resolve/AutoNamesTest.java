package io.weirworks.lineage.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Analysed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoNamesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          a                     | a                      | a     | a
          t.s.f                 | f                      | f     | f
          max( a )              | max(a)                 | _c0   | max(a)
          COUNT(*)              | count(1)               | _c0   | count(*)
          count(DISTINCT a)     | count(distinct a)      | _c0   | count(distincta)
          a+1                   | (a + 1)                | _c0   | a+1
          t.a * (b - 2)         | (a * (b - 2))          | _c0   | t.a*(b-2)
          a = 'x' and b > 1     | ((a = x) and (b > 1))  | _c0   | a='x'andb>1
          cast(a as int)        | cast(a as int)         | _c0   | cast(aasint)
          a::int                | cast(a as int)         | _c0   | a
          (select max(a) from u) + a | (scalarsubquery() + a) | _c0 | (selectmax(a)fromu)+a
          """)
  void columnWithoutAliasIsNamedAsTheEngineDoes(
      String expression, String spark, String hive, String ansi) {
    String sql = "select " + expression + " from t";
    assertThat(Analysed.spark(sql).direct()).allMatch(edge -> edge.endsWith("<query>." + spark));
    assertThat(Analysed.hive(sql).direct()).allMatch(edge -> edge.endsWith("<query>." + hive));
    assertThat(Analysed.ansi(sql).direct()).allMatch(edge -> edge.endsWith("<query>." + ansi));
    assertThat(Analysed.spark(sql).direct()).isNotEmpty();
  }

  @Test
  void windowFunctionsOfHiveAreCounted() {
    assertThat(
            Analysed.hive("select a, 1 + sum(b) over () as s, max(c) over (), min(d) from t")
                .direct())
        .contains("t.c -> <query>.max_window_1", "t.d -> <query>._c3");
  }

  @Test
  void commentsAreNoPartOfAName() {
    assertThat(Analysed.ansi("select max(/* the last */ a -- or so\n) from t").direct())
        .containsExactly("t.a -> <query>.max(a)");
  }
}
