package io.weirworks.lineage.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Analysed;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowChangeTest {

  @Test
  void updateWritesTheAssignedColumns() {
    Analysed result =
        Analysed.spark("update t set a = b + 1, c = (select max(x) from s) where d > 0");
    assertThat(result.inputs()).containsExactly("s");
    assertThat(result.outputs()).containsExactly("t");
    assertThat(result.edges())
        .containsExactly("s.x -> t.c AGGREGATION", "t.b -> t.a TRANSFORMATION");
    assertThat(result.influences()).containsExactly("t.d FILTER");
  }

  @Test
  void deleteWritesTheTableAndNoColumn() {
    Analysed result = Analysed.spark("delete from t as x where x.k in (select k from s)");
    assertThat(result.inputs()).containsExactly("s");
    assertThat(result.outputs()).containsExactly("t");
    assertThat(result.edges()).isEmpty();
    assertThat(result.influences()).containsExactly("s.k FILTER", "t.k FILTER");
  }

  @Test
  void mergeWritesWhatItsActionsSay() {
    Analysed result =
        Analysed.spark(
            """
            merge into t using (select id, sum(v) as v from s group by id) as n on t.id = n.id
            when matched and n.v < 0 then delete
            when matched then update set t.v = t.v + n.v, t.seen = current_date()
            when not matched then insert (id, v) values (n.id, n.v)
            when not matched by source and t.old then update set v = 0
            """);
    assertThat(result.inputs()).containsExactly("s");
    assertThat(result.outputs()).containsExactly("t");
    assertThat(result.edges())
        .containsExactly(
            "s.id -> t.id IDENTITY", "s.v -> t.v AGGREGATION", "t.v -> t.v TRANSFORMATION");
    assertThat(result.influences())
        .containsExactly("s.id GROUP_BY", "s.id JOIN", "s.v FILTER", "t.id JOIN", "t.old FILTER");
  }

  @Test
  void starOfAMergeGoesByName() {
    Analysed result =
        Analysed.with(Map.of("s", "id v"))
            .spark(
                "merge into t using s on t.id = s.id when matched then update set * when not matched then insert *");
    assertThat(result.edges()).containsExactly("s.id -> t.id IDENTITY", "s.v -> t.v IDENTITY");
  }

  @Test
  void starOfAnUnknownSourceStaysAStar() {
    assertThat(
            Analysed.spark("merge into t using s on t.id = s.id when not matched then insert *")
                .direct())
        .containsExactly("s.* -> t.*");
  }

  @Test
  void defaultIsNoColumn() {
    assertThat(Analysed.spark("update t set a = default, b = c").direct())
        .containsExactly("t.c -> t.b");
    assertThat(Analysed.spark("insert into t (a, b) select default, k from s").direct())
        .containsExactly("s.k -> t.b");
  }

  @Test
  void assignedFieldChangesItsColumn() {
    assertThat(Analysed.spark("update t as u set s.f = a, u.s.g.h = b").direct())
        .containsExactly("t.a -> t.s", "t.b -> t.s");
    assertThat(
            Analysed.spark(
                    "merge into db.t using r on t.k = r.k when matched then update set db.t.s.f = r.a")
                .direct())
        .containsExactly("r.a -> db.t.s");
  }

  @Test
  void starOfMergeTakesTheTargetsColumnsOnly() {
    Analysed.Schemas tables = Analysed.with(Map.of("t", "k v", "s", "k v z"));
    String actions = " using s on t.k = s.k when matched then update set *";
    assertThat(tables.spark("merge into t" + actions).direct())
        .containsExactly("s.k -> t.k", "s.v -> t.v");
    assertThat(tables.spark("merge with schema evolution into t" + actions).direct())
        .containsExactly("s.k -> t.k", "s.v -> t.v", "s.z -> t.z");
  }

  @Test
  void starOfMergeNamesTheColumnsOfAKnownTargetWhereTheSourceIsNotKnown() {
    assertThat(
            Analysed.with(Map.of("t", "k v"))
                .spark("merge into t using s on t.k = s.k when not matched then insert *")
                .direct())
        .containsExactly("s.k -> t.k", "s.v -> t.v");
  }

  @Test
  void filesAreChangedByTheirPath() {
    assertThat(Analysed.spark("update delta.`/d/x` set a = b").direct())
        .containsExactly("path:/d/x.b -> path:/d/x.a");
    assertThat(Analysed.spark("delete from delta.`/d/x` where a = 1").outputs())
        .containsExactly("path:/d/x");
    assertThat(
            Analysed.spark(
                    "merge into delta.`/d/x` t using s on t.k = s.k when matched then update set v = s.v")
                .direct())
        .containsExactly("s.v -> path:/d/x.v");
    assertThat(Analysed.spark("insert into parquet.`/d/x` select a from s").direct())
        .containsExactly("s.a -> path:/d/x.a");
  }
}
