package io.weirworks.lineage.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Analysed;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialectGapsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create transactional table t as select k from s",
        "create or replace transient table t as select k from s",
        "create global temporary table t as select k from s",
        "create table t as select k from s with no data",
        "create multiset table t as (select k from s) with data",
        "create materialized view t as select k from s",
        "create materialized view if not exists t disable rewrite partitioned on (k) stored as orc as select k from s",
        "insert ignore into t select k from s",
        "replace into t select k from s",
        "insert into t select k from s on conflict (k) do update set k = excluded.k",
        "insert into t select k from s order by k limit 10, 5",
        "insert into t select k from s fetch first 3 rows only"
      })
  void wordsOfOtherEnginesDoNotHideWhatIsWritten(String sql) {
    Analysed result = Analysed.hive(sql);
    assertThat(result.script().diagnostics()).isEmpty();
    assertThat(result.direct()).containsExactly("s.k -> t.k");
  }

  @Test
  void quantifiedComparisonReadsItsQuery() {
    assertThat(
            Analysed.ansi(
                    "select k from t where a > all (select a from s) or b = any (select b from r)")
                .inputs())
        .containsExactly("r", "s", "t");
  }

  @Test
  void queryMayBeAFunctionsArgumentWithoutParentheses() {
    assertThat(Analysed.ansi("select sum(select a from s) as x").direct())
        .containsExactly("s.a -> <query>.x");
  }

  @Test
  void orderedAggregateIsMadeOfItsArgumentAndItsOrder() {
    assertThat(Analysed.ansi("select array_agg(a order by b) as x from t").direct())
        .containsExactly("t.a -> <query>.x", "t.b -> <query>.x");
  }

  @Test
  void flooredTimeAndComputedIntervalAreMadeOfTheirValues() {
    assertThat(
            Analysed.hive("select floor(d to month) as a, interval (k) day + d as b from t")
                .direct())
        .containsExactly("t.d -> <query>.a", "t.d -> <query>.b", "t.k -> <query>.b");
  }

  @Test
  void windowInheritsWhatTheNamedOneIsPartitionedBy() {
    assertThat(
            Analysed.hive(
                    "select sum(v) over (w rows between 1 preceding and current row) as s from t window w as (partition by k order by d)")
                .edges())
        .containsExactly(
            "t.d -> <query>.s WINDOW", "t.k -> <query>.s WINDOW", "t.v -> <query>.s AGGREGATION");
  }

  @Test
  void joinMayFollowALateralView() {
    assertThat(
            Analysed.hive(
                    "select e.x, f.y, b.v from t a lateral view explode(a.xs) e as x lateral view outer explode(a.ys) f as y join s b on a.k = b.k")
                .direct())
        .containsExactly("s.v -> <query>.v", "t.xs -> <query>.x", "t.ys -> <query>.y");
  }

  @Test
  void partitionedTableFunctionsNestAndTakeQueriesWithAnAlias() {
    Analysed result =
        Analysed.with(Map.of("p", "k v"))
            .hive(
                "insert into t select k, v from noop(on noopwithmap(on (select k, v from p) j partition by k order by v))");
    assertThat(result.direct()).containsExactly("p.k -> t.k", "p.v -> t.v");
    assertThat(
            Analysed.hive(
                    "select x from matchpath(on p partition by k order by v arg1('A.B'), arg2('A'), arg3(v > 1), arg4('x'))")
                .inputs())
        .containsExactly("p");
  }

  @Test
  void updateMayJoinWhatItReads() {
    Analysed result =
        Analysed.ansi(
            "update t a inner join s b on a.k = b.k left join r c on b.j = c.j set a.x = b.x, a.y = c.y where c.z = 1");
    assertThat(result.inputs()).containsExactly("r", "s");
    assertThat(result.outputs()).containsExactly("t");
    assertThat(result.direct()).containsExactly("r.y -> t.y", "s.x -> t.x");
  }

  @Test
  void updateMayTakeFromSeveralTables() {
    Analysed result =
        Analysed.ansi("update t set x = a.x + b.y from a join b on a.j = b.j where t.k = a.k");
    assertThat(result.inputs()).containsExactly("a", "b");
    assertThat(result.direct()).containsExactly("a.x -> t.x", "b.y -> t.x");
  }

  @Test
  void swappedTablesGiveEachOtherTheirRows() {
    Analysed result = Analysed.ansi("alter table a swap with b");
    assertThat(result.inputs()).containsExactly("a", "b");
    assertThat(result.outputs()).containsExactly("a", "b");
  }

  @Test
  void alterTableMayAddSeveralColumns() {
    Analysed result =
        Analysed.ansi("alter table if exists only t add column a text, add column b int");
    assertThat(result.outputs()).containsExactly("t");
  }

  @Test
  void dropMayNameSeveralTables() {
    Analysed result = Analysed.ansi("drop table if exists a, d.b");
    assertThat(result.last().schemaChanges()).hasSize(2);
  }

  @Test
  void cloneMayBeOfAnOlderVersion() {
    assertThat(Analysed.spark("create or replace table t clone s version as of 3").direct())
        .containsExactly("s.* -> t.*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "explain vectorization detail select k from s",
        "explain cbo insert into t select k from s",
        "truncate t"
      })
  void statementWithoutRowsOfItsOwnReadsNothing(String sql) {
    Analysed result = Analysed.hive(sql);
    assertThat(result.script().diagnostics()).isEmpty();
    assertThat(result.inputs()).isEmpty();
  }
}
