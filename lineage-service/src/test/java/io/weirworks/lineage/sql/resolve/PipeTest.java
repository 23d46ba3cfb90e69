package io.weirworks.lineage.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Analysed;
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
}
