package io.weirworks.lineage.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Analysed;
import org.junit.jupiter.api.Test;

class CommonTableTest {

  @Test
  void namedQueryHidesATableOfTheSameName() {
    Analysed result =
        Analysed.spark("with t as (select a as x from s) insert into u select x from t");
    assertThat(result.inputs()).containsExactly("s");
    assertThat(result.direct()).containsExactly("s.a -> u.x");
  }

  @Test
  void laterQuerySeesEarlierOnes() {
    assertThat(
            Analysed.spark(
                    "with a as (select k from s), b as (select k + 1 as l from a) select l from b")
                .direct())
        .containsExactly("s.k -> <query>.l");
  }

  @Test
  void hiveQueryMayUseOneThatIsDefinedAfterIt() {
    String sql = "with a as (select k as x from b), b as (select k from s) select x from a";
    assertThat(Analysed.hive(sql).inputs()).containsExactly("s");
    assertThat(Analysed.spark(sql).inputs()).containsExactly("b");
  }

  @Test
  void queryThatNobodyUsesReadsNothing() {
    assertThat(Analysed.spark("with a as (select k from s) select k from t").inputs())
        .containsExactly("t");
  }

  @Test
  void queryOfTheSameNameInsideReadsTheTable() {
    assertThat(Analysed.spark("with s as (select k from s) select k from s").inputs())
        .containsExactly("s");
  }

  @Test
  void columnListRenamesByPosition() {
    assertThat(Analysed.spark("with q (x, y) as (select a, b from s) select y from q").direct())
        .containsExactly("s.b -> <query>.y");
  }

  @Test
  void innerNameHidesTheOuter() {
    assertThat(
            Analysed.spark(
                    "with q as (select a from s) select x from (with q as (select b as x from t) select x from q) i")
                .direct())
        .containsExactly("t.b -> <query>.x");
  }

  @Test
  void recursiveQueryIsMadeOfItsAnchorAndItsSteps() {
    Analysed result =
        Analysed.spark(
            """
            with recursive r as (
              select id, name from s where boss is null
              union all
              select t.id, r.name from t join r on t.boss = r.id)
            select id, name from r
            """);
    assertThat(result.inputs()).containsExactly("s", "t");
    assertThat(result.direct())
        .containsExactly("s.id -> <query>.id", "s.name -> <query>.name", "t.id -> <query>.id");
  }

  @Test
  void filtersOfANamedQueryDecideAboutWhatIsWritten() {
    assertThat(
            Analysed.spark("with q as (select a from s where f > 1) insert into u select a from q")
                .influences())
        .containsExactly("s.f FILTER");
  }
}
