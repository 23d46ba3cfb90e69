package io.weirworks.lineage.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Analysed;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StarTest {
  private static final Analysed.Schemas TABLES = Analysed.with(Map.of("t", "a s f", "u", "f"));

  @Test
  void exceptingAFieldOfAStructLeavesTheColumns() {
    assertThat(TABLES.spark("select * except (s.f) from t").direct())
        .containsExactly("t.a -> <query>.a", "t.f -> <query>.f", "t.s -> <query>.s");
  }

  @Test
  void exceptedColumnMayBeQualifiedByItsRelation() {
    assertThat(TABLES.spark("select * except (t.s, t.f) from t").direct())
        .containsExactly("t.a -> <query>.a");
  }

  @Test
  void starBehindAPathMeansAllElementsNotColumns() {
    assertThat(TABLES.spark("select s:items[*].id as x from t").direct())
        .containsExactly("t.s -> <query>.x");
  }

  @Test
  void quotedPatternOfAllButSomeColumnsIsAStarWithoutThem() {
    assertThat(TABLES.hive("select `(a|F)?+.+` from t").direct())
        .containsExactly("t.s -> <query>.s");
    assertThat(TABLES.hive("select t.`(a|s)?+.+`, u.f as g from t join u on t.f = u.f").direct())
        .containsExactly("t.f -> <query>.f", "u.f -> <query>.g");
    assertThat(Analysed.spark("select `(b)?+.+` from v").direct())
        .containsExactly("v.* -> <query>.*");
  }

  @Test
  void quotedNameWithParenthesesStaysAName() {
    assertThat(Analysed.spark("select `sum(b)` from (select sum(b) from t)").direct())
        .containsExactly("t.b -> <query>.sum(b)");
  }
}
