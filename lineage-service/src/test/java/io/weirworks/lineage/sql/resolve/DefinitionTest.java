package io.weirworks.lineage.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Analysed;
import io.weirworks.lineage.sql.PathName;
import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.sql.SchemaChange.Column;
import io.weirworks.lineage.sql.TableName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DefinitionTest {

  private static Column column(String name, String type) {
    return new Column(name, Optional.of(type));
  }

  @Test
  void createTableTeachesItsColumnsWithPartitionsLast() {
    Analysed result =
        Analysed.spark(
            "create table if not exists d.t (dt string, a int, b array<string>) using parquet partitioned by (dt)");
    assertThat(result.last().schemaChanges())
        .containsExactly(
            new SchemaChange.Created(
                TableName.of("d", "t"),
                List.of(column("a", "int"), column("b", "array<string>"), column("dt", "string")),
                List.of("dt"),
                Optional.empty(),
                true));
    assertThat(result.outputs()).containsExactly("d.t");
    assertThat(result.edges()).isEmpty();
  }

  @Test
  void partitionColumnsMayBeDeclaredInPartitionedBy() {
    SchemaChange change =
        Analysed.hive(
                "create external table t (a int) partitioned by (dt string, hr int) location '/x'")
            .last()
            .schemaChanges()
            .getFirst();
    assertThat(change)
        .isEqualTo(
            new SchemaChange.Created(
                TableName.of("t"),
                List.of(column("a", "int"), column("dt", "string"), column("hr", "int")),
                List.of("dt", "hr"),
                Optional.of(new PathName("/x")),
                false));
  }

  @Test
  void externalTableAloneGivesNoLineage() {
    Analysed result = Analysed.hive("create external table t (a int) stored as orc location '/x'");
    assertThat(result.inputs()).isEmpty();
    assertThat(result.outputs()).isEmpty();
  }

  @Test
  void tableOverFilesIsItsFilesColumnByColumn() {
    Analysed byLocation =
        Analysed.spark("create table raw (a int, b string) using json location '/data/raw'");
    Analysed byOption =
        Analysed.spark(
            "create table raw (a int, b string) using csv options (header 'true', path '/data/raw')");
    for (Analysed result : List.of(byLocation, byOption)) {
      assertThat(result.inputs()).containsExactly("path:/data/raw");
      assertThat(result.outputs()).containsExactly("raw");
      assertThat(result.edges())
          .containsExactly(
              "path:/data/raw.a -> raw.a IDENTITY", "path:/data/raw.b -> raw.b IDENTITY");
    }
  }

  @Test
  void tableOverFilesOfUnknownSchemaIsAllOfThem() {
    assertThat(Analysed.spark("create table raw using json location '/data/raw'").direct())
        .containsExactly("path:/data/raw.* -> raw.*");
  }

  @Test
  void createTableAsSelectFillsAndTeaches() {
    Analysed result =
        Analysed.spark(
            "create table t using parquet partitioned by (k) location '/w/t' as select k, max(v) as m from s group by k");
    assertThat(result.inputs()).containsExactly("s");
    assertThat(result.edges()).containsExactly("s.k -> t.k IDENTITY", "s.v -> t.m AGGREGATION");
    SchemaChange.Created created = (SchemaChange.Created) result.last().schemaChanges().getFirst();
    assertThat(created.columns()).extracting(Column::name).containsExactly("m", "k");
  }

  @Test
  void replaceTableFillsToo() {
    assertThat(Analysed.spark("create or replace table t as select a from s").direct())
        .containsExactly("s.a -> t.a");
  }

  @Test
  void tableOfUnknownQueryColumnsTeachesNone() {
    SchemaChange.Created created =
        (SchemaChange.Created)
            Analysed.spark("create table t as select * from s").last().schemaChanges().getFirst();
    assertThat(created.columns()).isEmpty();
  }

  @Test
  void tableLikeAnotherReadsItsSchema() {
    Analysed result =
        Analysed.with(Map.of("s", "a b"))
            .spark("create table t like s; insert into t select x, y from u");
    assertThat(result.direct()).containsExactly("u.x -> t.a", "u.y -> t.b");
  }

  @Test
  void viewIsWrittenAndMayRename() {
    Analysed result =
        Analysed.spark("create or replace view v (x comment 'c', y) as select a, b from s");
    assertThat(result.outputs()).containsExactly("v");
    assertThat(result.direct()).containsExactly("s.a -> v.x", "s.b -> v.y");
  }

  @Test
  void alteredViewIsWrittenAnew() {
    assertThat(Analysed.spark("alter view v as select c from s").direct())
        .containsExactly("s.c -> v.c");
  }

  @Test
  void loadedFilesBecomeTheTables() {
    Analysed result =
        Analysed.hive(
            "load data local inpath '/in/x.txt' overwrite into table d.t partition (dt='1')");
    assertThat(result.inputs()).containsExactly("path:/in/x.txt");
    assertThat(result.outputs()).containsExactly("d.t");
  }

  @Test
  void alterationsTeachInOrder() {
    Analysed result =
        Analysed.spark(
            """
            create table t (a int, b int);
            alter table t add columns (c int);
            alter table t drop column a;
            alter table t rename column b to d;
            insert into t select x, y from s
            """);
    assertThat(result.direct()).containsExactly("s.x -> t.d", "s.y -> t.c");
  }

  @Test
  void addedColumnsGoBeforePartitionColumns() {
    Analysed result =
        Analysed.spark(
            """
            create table t (a int, dt string) using parquet partitioned by (dt);
            alter table t add columns (b int);
            insert into t select x, y, d from s
            """);
    assertThat(result.direct()).containsExactly("s.d -> t.dt", "s.x -> t.a", "s.y -> t.b");
  }

  @Test
  void orderOfColumnsAddedToATableOfTheCatalogueIsNotGuessed() {
    Analysed result =
        Analysed.with(Map.of("t", "a dt"))
            .spark("alter table t add columns (b int); insert into t select x, y, d from s");
    assertThat(result.direct()).containsExactly("s.d -> t.d", "s.x -> t.x", "s.y -> t.y");
  }

  @Test
  void exchangedPartitionMovesFromOneTableToTheOther() {
    Analysed result = Analysed.hive("alter table t exchange partition (dt='1') with table d.s");
    assertThat(result.inputs()).containsExactly("d.s");
    assertThat(result.outputs()).containsExactly("t");
  }

  @Test
  void exportAndImportMoveATablesFiles() {
    Analysed export = Analysed.hive("export table `d`.t partition (ds = '1') to '/x'");
    assertThat(export.inputs()).containsExactly("d.t");
    assertThat(export.outputs()).containsExactly("path:/x");
    Analysed imported = Analysed.hive("import external table t from '/x'");
    assertThat(imported.inputs()).containsExactly("path:/x");
    assertThat(imported.outputs()).containsExactly("t");
  }
}
