package io.weirworks.lineage.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Analysed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageGapsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table t stored by iceberg stored as orc as select k from s",
        "create table t partitioned by spec (bucket(4, k)) stored by iceberg as select k from s",
        "insert /*+ append */ into t select k from s",
        "create table t as select cast(k as uniontype<int, array<string>>) as k from s"
      })
  void waysToStoreRowsDoNotHideWhatIsWritten(String sql) {
    Analysed result = Analysed.hive(sql);
    assertThat(result.script().diagnostics()).isEmpty();
    assertThat(result.direct()).containsExactly("s.k -> t.k");
  }

  @Test
  void changeOfColumnsInAllPartitionsIsAChangeOfColumns() {
    assertThat(
            Analysed.hive(
                    """
                    create table m (x int, y int);
                    alter table m change x w bigint comment 'c' cascade;
                    insert into m select a, b from t
                    """)
                .direct())
        .containsExactly("t.a -> m.w", "t.b -> m.y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "truncate table t columns (a)",
        "restore table t to version as of 3",
        "restore t to timestamp as of '2026-01-01'",
        "alter materialized view t rebuild"
      })
  void rowsThatComeFromTheTableItselfAreWritten(String sql) {
    Analysed result = Analysed.hive(sql);
    assertThat(result.script().diagnostics()).isEmpty();
    assertThat(result.outputs()).containsExactly("t");
    assertThat(result.inputs()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "load data inpath '/in' into table t partition (ds = '1') inputformat 'a.B' serde 'c.D'",
        "copy into t from '/in' fileformat = csv format_options ('header' = 'true')"
      })
  void loadedFilesAreReadWhateverTheirFormat(String sql) {
    Analysed result = Analysed.hive(sql);
    assertThat(result.inputs()).containsExactly("path:/in");
    assertThat(result.outputs()).containsExactly("t");
  }

  @Test
  void materializedViewIsDroppedLikeAView() {
    assertThat(Analysed.hive("drop materialized view if exists v").last().schemaChanges())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table t drop if exists partition (ds < '2026'), partition (ds = 'x') purge",
        "alter table db.t partition (ds = '1') enable no_drop",
        "alter table t add constraint pk primary key (a) disable novalidate",
        "alter table cat.db.t add partition field bucket(4, a)",
        "alter table t write ordered by a, b",
        "alter table t create or replace tag x as of version 3",
        "alter view v set owner user x",
        "optimize delta.`/d/x` zorder by (a)",
        "vacuum t retain 168 hours",
        "kill query 'q'",
        "reload functions",
        "create scheduled query q cron '0 0 * * *' as insert into d select a from t",
        "delete jar /x/y.jar"
      })
  void housekeepingNeitherReadsNorWritesNorFails(String sql) {
    Analysed result = Analysed.hive(sql);
    assertThat(result.script().diagnostics()).isEmpty();
    assertThat(result.inputs()).isEmpty();
    assertThat(result.outputs()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"alter table t frobnicate", "optimise t", "alter table t add colums (a int)"})
  void whatIsNoKnownHousekeepingStaysWrong(String sql) {
    assertThat(Analysed.hive(sql).last().diagnostic()).isPresent();
  }

  @Test
  void statementsOfABlockAreReadLikeThoseOutside() {
    Analysed result =
        Analysed.spark(
            """
            begin
              insert into t select case when a > 1 then b else c end from s;
              if exists (select 1 from t) then optimize t zorder by (a); end if;
              copy into r from '/in' fileformat = csv;
              update t set a = u.a from u where u.k = t.k;
            end
            """);
    assertThat(result.script().diagnostics()).isEmpty();
    assertThat(result.inputs()).containsExactly("path:/in", "s", "t", "u");
    assertThat(result.outputs()).containsExactly("r", "t");
    assertThat(result.direct()).contains("u.a -> t.a");
  }
}
