package io.weirworks.lineage.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Analysed;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PivotTest {

  @Test
  void pivotMakesAColumnOfEachValueAndGroupsByTheRest() {
    Analysed result =
        Analysed.with(Map.of("t", "k q v w"))
            .spark("select * from t pivot (sum(v) for q in ('a', 'b' as x))");
    assertThat(result.edges())
        .containsExactly(
            "t.k -> <query>.k IDENTITY",
            "t.v -> <query>.a AGGREGATION",
            "t.v -> <query>.x AGGREGATION",
            "t.w -> <query>.w IDENTITY");
    assertThat(result.influences()).containsExactly("t.q GROUP_BY");
  }

  @Test
  void aggregatedColumnOfASubqueryIsNoGroupingKey() {
    assertThat(
            Analysed.spark(
                    "select * from (select k, q, amount as v from t) pivot (sum(v) for q in ('a'))")
                .direct())
        .containsExactly("t.amount -> <query>.a", "t.k -> <query>.k");
  }

  @Test
  void severalAggregatesMakeAColumnEach() {
    assertThat(
            Analysed.with(Map.of("t", "k q v"))
                .spark("select a_s, a_m from t pivot (sum(v) as s, max(v) as m for q in ('a'))")
                .direct())
        .containsExactly("t.v -> <query>.a_m", "t.v -> <query>.a_s");
  }

  @Test
  void unpivotMakesRowsOfColumns() {
    assertThat(
            Analysed.with(Map.of("t", "k a b"))
                .spark("select k, n, v from t unpivot (v for n in (a, b as x)) as u")
                .direct())
        .containsExactly("t.a -> <query>.v", "t.b -> <query>.v", "t.k -> <query>.k");
  }

  @Test
  void unpivotOfSeveralColumnsPairsThem() {
    assertThat(
            Analysed.with(Map.of("t", "k a1 a2 b1 b2"))
                .spark("select a, b from t unpivot ((a, b) for n in ((a1, b1), (a2, b2)))")
                .direct())
        .containsExactly(
            "t.a1 -> <query>.a", "t.a2 -> <query>.a", "t.b1 -> <query>.b", "t.b2 -> <query>.b");
  }

  @Test
  void pipesMakeOneRelationOfAnother() {
    Analysed result =
        Analysed.with(Map.of("t", "a b c"))
            .spark(
                """
                from t |> where a > 0 |> extend b + 1 as d |> set c = a |> drop b
                |> aggregate max(d) as m group by c |> order by m
                """);
    assertThat(result.edges())
        .containsExactly("t.a -> <query>.c IDENTITY", "t.b -> <query>.m AGGREGATION");
    assertThat(result.influences()).containsExactly("t.a FILTER", "t.a GROUP_BY", "t.b SORT");
  }

  @Test
  void pivotMayHaveAnAlias() {
    assertThat(
            Analysed.with(Map.of("t", "a b c"))
                .spark("select p.a, p.x from t pivot (sum(c) for b in (1 as x)) p")
                .direct())
        .containsExactly("t.a -> <query>.a", "t.c -> <query>.x");
  }
}
