package io.weirworks.lineage.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Analysed;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          a                                                    | a IDENTITY
          (((a)))                                              | a IDENTITY
          1                                                    |
          date '2026-01-01' + interval 1 day                   |
          current_date()                                       |
          a + b                                                | a TRANSFORMATION, b TRANSFORMATION
          cast(a as int)                                       | a TRANSFORMATION
          a::int                                               | a TRANSFORMATION
          date_add(a, 1)                                       | a TRANSFORMATION
          dateadd(day, n, a)                                   | a TRANSFORMATION, n TRANSFORMATION
          date_format(to_date(a, 'yyyyMMdd'), 'E')             | a TRANSFORMATION
          extract(year from a)                                 | a TRANSFORMATION
          substring(a from 2 for n)                            | a TRANSFORMATION, n TRANSFORMATION
          coalesce(a, b)                                       | a TRANSFORMATION, b TRANSFORMATION
          a between b and c                                    | a TRANSFORMATION, b TRANSFORMATION, c TRANSFORMATION
          a in (1, b)                                          | a TRANSFORMATION, b TRANSFORMATION
          sum(a) / count(b)                                    | a AGGREGATION, b AGGREGATION
          count(*)                                             | * AGGREGATION
          count(1)                                             |
          count(distinct a, b)                                 | a AGGREGATION, b AGGREGATION
          first(a)                                             | a AGGREGATION
          percentile_cont(0.5) within group (order by a)       | a AGGREGATION
          sum(a) filter (where b > 0)                          | a AGGREGATION, b CONDITIONAL
          if(a > 0, b, c)                                      | a CONDITIONAL, b TRANSFORMATION, c TRANSFORMATION
          case when a > 0 then b else c end                    | a CONDITIONAL, b TRANSFORMATION, c TRANSFORMATION
          case a when b then c end                             | a CONDITIONAL, b CONDITIONAL, c TRANSFORMATION
          sum(case when a then b end)                          | a CONDITIONAL, b AGGREGATION
          row_number() over (partition by a order by b desc)   | a WINDOW, b WINDOW
          sum(a) over w                                        | a AGGREGATION, p WINDOW, o WINDOW
          lag(a, 1) over (order by b)                          | a TRANSFORMATION, b WINDOW
          transform(a, x -> x + b)                             | a TRANSFORMATION, b TRANSFORMATION
          aggregate(a, 0, (acc, x) -> acc + x, acc -> acc * b) | a TRANSFORMATION, b TRANSFORMATION
          struct(a, b as c)                                    | a TRANSFORMATION, b TRANSFORMATION
          a:b.c                                                | a TRANSFORMATION
          exists (select 1 from u where u.k = t.b)             | b CONDITIONAL
          """)
  void valueIsMadeOfOrDecidedBy(String expression, String expected) {
    // when
    Set<String> edges =
        Analysed.spark(
                "select " + expression + " as v from t window w as (partition by p order by o)")
            .edges();
    // then
    String[] sources = expected == null ? new String[0] : expected.split(", ");
    assertThat(edges)
        .containsExactlyInAnyOrderElementsOf(
            java.util.Arrays.stream(sources)
                .map(s -> "t." + s.replace(" ", " -> <query>.v "))
                .toList());
  }

  @Test
  void scalarSubqueryIsMadeOfItsColumnAndDecidedByWhatItTakesFromOutside() {
    Analysed result =
        Analysed.spark("select (select max(u.a) from u where u.k = t.k) as m, t.b from t");
    assertThat(result.inputs()).containsExactly("t", "u");
    assertThat(result.edges())
        .containsExactly(
            "t.b -> <query>.b IDENTITY",
            "t.k -> <query>.m CONDITIONAL",
            "u.a -> <query>.m AGGREGATION");
    assertThat(result.influences()).containsExactly("t.k FILTER", "u.k FILTER");
  }

  @Test
  void columnThatOnlyTheOuterQueryHasIsItsColumn() {
    assertThat(
            Analysed.with(java.util.Map.of("t", "k b", "u", "a"))
                .spark("select (select max(a + b) from u) as m from t")
                .direct())
        .containsExactly("t.b -> <query>.m", "u.a -> <query>.m");
  }

  @Test
  void subqueryOfAPredicateFilters() {
    Analysed result = Analysed.spark("select a from t where k in (select k from u where f = 1)");
    assertThat(result.inputs()).containsExactly("t", "u");
    assertThat(result.influences()).containsExactly("t.k FILTER", "u.f FILTER", "u.k FILTER");
  }

  @Test
  void generatorInTheSelectListMayNameSeveralColumns() {
    assertThat(Analysed.spark("select explode(m) as (k, v) from t").direct())
        .containsExactly("t.m -> <query>.k", "t.m -> <query>.v");
  }

  @Test
  void groupingIdIsNoColumnOfATable() {
    assertThat(Analysed.hive("select a, grouping__id as g from t group by a with cube").direct())
        .containsExactly("t.a -> <query>.a");
  }

  @Test
  void functionWithoutParenthesesIsAColumnWhereOneHasItsName() {
    Analysed.Schemas tables = Analysed.with(Map.of("logs", "user id"));
    assertThat(tables.spark("select user as u, current_date as d from logs").direct())
        .containsExactly("logs.user -> <query>.u");
  }

  @Test
  void identifierOfATextIsTheNameThatTheTextSpells() {
    assertThat(Analysed.spark("select identifier('t.a') from t").direct())
        .containsExactly("t.a -> <query>.a");
    Analysed composed =
        Analysed.spark(
            "insert into identifier('db' || '.d') select a from identifier(concat('db', '.', 's'))");
    assertThat(composed.direct()).containsExactly("db.s.a -> db.d.a");
  }
}
