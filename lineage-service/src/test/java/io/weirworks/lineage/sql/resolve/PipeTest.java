package io.weirworks.lineage.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Analysed;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipeTest {

  @Test
  void operatorsThatKeepTheColumnsKeepTheNamesOfRelations() {
    assertThat(
            Analysed.spark(
                    "from t |> as x |> where x.a > 1 |> join u as y on x.a = y.a |> select x.b, y.d")
                .direct())
        .containsExactly("t.b -> <query>.b", "u.d -> <query>.d");
  }

  @Test
  void namedWindowsOfAPipeAreKnownInIt() {
    assertThat(
            Analysed.spark(
                    "from t |> select row_number() over w as r window w as (partition by b order by c)")
                .edges())
        .containsExactly("t.b -> <query>.r WINDOW", "t.c -> <query>.r WINDOW");
  }

  @Test
  void setChangesColumnsInTheirPlace() {
    assertThat(
            Analysed.with(Map.of("t", "a b c", "d", "p q r"))
                .spark("insert into d from t |> set b = b + c, a = 1")
                .direct())
        .containsExactly("t.b -> d.q", "t.c -> d.q", "t.c -> d.r");
  }

  @Test
  void aliasBeforeAPipeIsNoFieldOfAColumnBehindIt() {
    assertThat(
            Analysed.with(Map.of("t", "a b", "s", "x y"))
                .spark("from t |> as x |> join s on x.a = s.x |> select x.b, s.y")
                .direct())
        .containsExactly("s.y -> <query>.y", "t.b -> <query>.b");
  }

  @Test
  void columnsOfJoinsBeforeAPipeStayMerged() {
    assertThat(
            Analysed.with(Map.of("t", "k a", "s", "k y"))
                .spark("from t |> join s using (k) |> where k > 1 |> select k")
                .direct())
        .containsExactly("s.k -> <query>.k", "t.k -> <query>.k");
  }
}
