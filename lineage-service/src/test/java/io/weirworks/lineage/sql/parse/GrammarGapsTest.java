package io.weirworks.lineage.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Analysed;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrammarGapsTest {

  @Test
  void hintBeforeTransformIsSkipped() {
    Analysed result =
        Analysed.hive("select /*+ MAPJOIN(a) */ transform (a.k) using 'cat' as (x) from a");
    assertThat(result.direct()).containsExactly("a.k -> <query>.x");
  }

  @Test
  void useCatalogChoosesTheCatalog() {
    assertThat(Analysed.spark("use catalog lake; select k from d.t").inputs())
        .containsExactly("lake.d.t");
  }

  @Test
  void clonedTableCopiesEveryColumn() {
    Analysed result = Analysed.with(Map.of("s", "a b")).spark("create table t shallow clone s");
    assertThat(result.direct()).containsExactly("s.a -> t.a", "s.b -> t.b");
  }

  @Test
  void windowFrameMayCountGroupsAndExcludeRows() {
    Analysed result =
        Analysed.spark(
            "select sum(v) over (order by k groups between 1 preceding and current row exclude ties) as s from t");
    assertThat(result.edges())
        .containsExactly("t.k -> <query>.s WINDOW", "t.v -> <query>.s AGGREGATION");
  }

  @Test
  void partitionedTableFunctionPassesItsTableThrough() {
    Analysed result =
        Analysed.with(Map.of("p", "k v"))
            .hive(
                "insert into t select k, rank() over (partition by k order by v) as r from noop(on p partition by k order by v)");
    assertThat(result.inputs()).containsExactly("p");
    assertThat(result.edges())
        .containsExactly("p.k -> t.k IDENTITY", "p.k -> t.r WINDOW", "p.v -> t.r WINDOW");
  }

  @Test
  void mergeInsertWithoutColumnListGoesByPosition() {
    Analysed result =
        Analysed.with(Map.of("t", "k v"))
            .hive(
                "merge into t using s on t.k = s.k when not matched then insert values (s.k, s.n + 1)");
    assertThat(result.direct()).containsExactly("s.k -> t.k", "s.n -> t.v");
  }

  @Test
  void mergeInsertByPositionIntoUnknownTableNamesNoColumn() {
    Analysed result =
        Analysed.hive(
            "merge into t using s on t.k = s.k when not matched then insert values (s.k)");
    assertThat(result.direct()).containsExactly("s.k -> t.*");
  }

  @Test
  void updateFromAnotherTableIsAMerge() {
    Analysed result =
        Analysed.ansi(
            "with c as (select id, n from s) update t as x set name = c.n from c where c.id = x.id");
    assertThat(result.inputs()).containsExactly("s");
    assertThat(result.outputs()).containsExactly("t");
    assertThat(result.direct()).containsExactly("s.n -> t.name");
    assertThat(result.influences()).containsExactly("s.id JOIN", "t.id JOIN");
  }

  @Test
  void deleteUsingAnotherTableIsAMerge() {
    Analysed result = Analysed.ansi("delete from t using s where s.id = t.id");
    assertThat(result.inputs()).containsExactly("s");
    assertThat(result.outputs()).containsExactly("t");
  }

  @Test
  void selectIntoCreatesATable() {
    Analysed result = Analysed.ansi("select a, b as c into t from s where d > 0");
    assertThat(result.outputs()).containsExactly("t");
    assertThat(result.direct()).containsExactly("s.a -> t.a", "s.b -> t.c");
  }

  @Test
  void wrongTextStaysWrongWhateverGapOccursInIt() {
    Analysed result = Analysed.spark("select a groups between from");
    assertThat(result.last().diagnostic()).isPresent();
  }
}
