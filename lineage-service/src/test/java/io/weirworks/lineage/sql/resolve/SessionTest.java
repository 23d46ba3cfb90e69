package io.weirworks.lineage.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Analysed;
import io.weirworks.lineage.sql.Catalog;
import io.weirworks.lineage.sql.Dialect;
import io.weirworks.lineage.sql.LineageSession;
import io.weirworks.lineage.sql.SqlLineage;
import io.weirworks.lineage.sql.SqlScript;
import io.weirworks.lineage.sql.StatementLineage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionTest {

  @Test
  void usedDatabaseQualifiesWhatFollows() {
    Analysed result = Analysed.spark("use d; insert into t select a from s, e.u");
    assertThat(result.inputs()).containsExactly("d.s", "e.u");
    assertThat(result.outputs()).containsExactly("d.t");
  }

  @Test
  void scriptMayStartInANamespace() {
    SqlScript script = new SqlScript("select a from s", Dialect.SPARK, Map.of(), List.of("d"));
    StatementLineage statement =
        SqlLineage.create().analyse(script, Catalog.EMPTY).statements().getFirst();
    assertThat(statement.inputs()).extracting(d -> d.id()).containsExactly("d.s");
  }

  @Test
  void statementsOfARunShareASession() {
    // given: each statement arrives alone, with its current database
    LineageSession session = SqlLineage.create().open(Dialect.SPARK, Catalog.EMPTY);
    session.use(List.of("d"));
    session.analyse("create temporary view v as select a from s");
    session.use(List.of("e"));
    // when
    StatementLineage insert =
        session.analyse("insert into t select a from v").statements().getFirst();
    // then
    assertThat(insert.index()).isZero();
    assertThat(insert.inputs()).extracting(d -> d.id()).containsExactly("d.s");
    assertThat(insert.outputs()).extracting(d -> d.id()).containsExactly("e.t");
  }

  @Test
  void standardSqlUsesADatabaseAboveSchemas() {
    Analysed result = Analysed.ansi("use db1; select a from s.t; use db2.s2; select b from u");
    assertThat(result.statement(1).inputs()).extracting(d -> d.id()).containsExactly("db1.s.t");
    assertThat(result.inputs()).containsExactly("db2.s2.u");
  }

  @Test
  void temporaryViewStandsForWhatItReads() {
    Analysed result =
        Analysed.spark(
            "create or replace temporary view v as select k, max(x) as m from s group by k; insert into t select m from v");
    assertThat(result.statement(0).inputs()).isEmpty();
    assertThat(result.statement(0).outputs()).isEmpty();
    assertThat(result.inputs()).containsExactly("s");
    assertThat(result.edges()).containsExactly("s.x -> t.m AGGREGATION");
    assertThat(result.influences()).containsExactly("s.k GROUP_BY");
  }

  @Test
  void temporaryViewOverFilesStandsForTheFiles() {
    Analysed result =
        Analysed.spark(
            "create temporary view v (a int, b int) using json options (path '/in'); insert into t select upper(a) as u from v");
    assertThat(result.inputs()).containsExactly("path:/in");
    assertThat(result.edges()).containsExactly("path:/in.a -> t.u TRANSFORMATION");
  }

  @Test
  void cachedQueryIsATemporaryView() {
    assertThat(Analysed.spark("cache table c as select a as x from s; select x from c").direct())
        .containsExactly("s.a -> <query>.x");
  }

  @Test
  void globalTemporaryViewHasADatabaseOfItsOwn() {
    assertThat(
            Analysed.spark(
                    "create global temporary view g as select a from s; select a from global_temp.g")
                .direct())
        .containsExactly("s.a -> <query>.a");
  }

  @Test
  void filesCanBeReadByPath() {
    Analysed result = Analysed.spark("select a from json.`/in/*.json`");
    assertThat(result.inputs()).containsExactly("path:/in/*.json");
    assertThat(result.direct()).containsExactly("path:/in/*.json.a -> <query>.a");
  }

  @Test
  void databaseNamedLikeAFormatIsStillADatabase() {
    assertThat(Analysed.spark("select a from json.t").inputs()).containsExactly("json.t");
  }

  @Test
  void tableMadeEarlierInTheScriptIsKnown() {
    Analysed result =
        Analysed.with(Map.of("s", "a b", "u", "b c"))
            .spark("create table t as select * from s; select c, t.* from t join u on t.a = u.c");
    assertThat(result.direct())
        .containsExactly("t.a -> <query>.a", "t.b -> <query>.b", "u.c -> <query>.c");
  }

  @Test
  void existingTableStaysAsItIsWhereCreationIsConditional() {
    assertThat(
            Analysed.with(Map.of("t", "x y"))
                .spark(
                    "create table if not exists t (a int, b int); insert into t select p, q from s")
                .direct())
        .containsExactly("s.p -> t.x", "s.q -> t.y");
  }

  @Test
  void droppedTableIsNoLongerKnown() {
    assertThat(
            Analysed.with(Map.of("t", "x y"))
                .spark("drop table t; insert into t select p, q from s")
                .direct())
        .containsExactly("s.p -> t.p", "s.q -> t.q");
  }

  @Test
  void renamedTableKeepsItsColumns() {
    assertThat(
            Analysed.with(Map.of("t", "x y"))
                .spark("alter table t rename to u; insert into u select p, q from s")
                .direct())
        .containsExactly("s.p -> u.x", "s.q -> u.y");
  }

  @Test
  void droppedTemporaryViewUncoversTheTable() {
    assertThat(
            Analysed.spark(
                    "create temporary view v as select a from s; drop view v; select a from v")
                .inputs())
        .containsExactly("v");
  }

  @Test
  void variablesReachTheResult() {
    Analysed result =
        Analysed.spark(
            "set env=prod; insert into ${env}_t select a from ${db}.s where dt = ${day}");
    assertThat(result.outputs()).containsExactly("prod_t");
    assertThat(result.inputs()).containsExactly("${db}.s");
  }

  @Test
  void everyBranchOfAScriptCounts() {
    Analysed result =
        Analysed.spark(
            """
            BEGIN
              DECLARE n INT DEFAULT 0;
              IF n > 0 THEN INSERT INTO t SELECT a FROM s; ELSE INSERT INTO u SELECT b FROM s; END IF;
            END
            """);
    assertThat(result.last().diagnostic()).isEmpty();
    assertThat(result.direct()).containsExactly("s.a -> t.a", "s.b -> u.b");
  }
}
