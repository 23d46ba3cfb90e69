package io.weirworks.lineage.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Analysed;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SetOperationTest {

  @Test
  void unionMatchesByPositionAndTakesTheFirstNames() {
    assertThat(
            Analysed.spark(
                    "select a, b from s union all select d, e from t union select 1, f from u")
                .direct())
        .containsExactly(
            "s.a -> <query>.a",
            "s.b -> <query>.b",
            "t.d -> <query>.a",
            "t.e -> <query>.b",
            "u.f -> <query>.b");
  }

  @Test
  void unionOfOpenTablesIsMadeOfBoth() {
    assertThat(Analysed.spark("insert into t select * from a union all select * from b").direct())
        .containsExactly("a.* -> t.*", "b.* -> t.*");
  }

  @Test
  void columnOfAnOpenUnionIsNamedOnlyInTheFirstTable() {
    assertThat(
            Analysed.spark("select x from (select * from a union all select * from b) u").direct())
        .containsExactly("a.x -> <query>.x", "b.* -> <query>.x");
  }

  @Test
  void intersectAndExceptOnlyFilterTheLeftSide() {
    Analysed result =
        Analysed.spark("select a from s except select b from t intersect select c from u");
    assertThat(result.inputs()).containsExactly("s", "t", "u");
    assertThat(result.direct()).containsExactly("s.a -> <query>.a");
    assertThat(result.influences()).containsExactly("t.b FILTER", "u.c FILTER");
  }

  @Test
  void orderOfAUnionSeesItsColumns() {
    assertThat(
            Analysed.spark("select a as k from s union all select b from t order by k")
                .influences())
        .containsExactly("s.a SORT", "t.b SORT");
  }

  @Test
  void unionOfKnownTablesByStar() {
    assertThat(
            Analysed.with(Map.of("a", "x y", "b", "p q"))
                .spark("select * from a union select * from b")
                .direct())
        .containsExactly(
            "a.x -> <query>.x", "a.y -> <query>.y", "b.p -> <query>.x", "b.q -> <query>.y");
  }
}
