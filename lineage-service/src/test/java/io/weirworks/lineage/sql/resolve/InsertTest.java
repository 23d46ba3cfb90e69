package io.weirworks.lineage.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Analysed;
import io.weirworks.lineage.sql.ColumnEdge;
import io.weirworks.lineage.sql.SqlText;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InsertTest {

  @Test
  void columnsGoByPositionOntoTheTablesColumns() {
    Analysed result =
        Analysed.with(Map.of("d.t", "x y")).spark("insert into d.t select a, b from s");
    assertThat(result.inputs()).containsExactly("s");
    assertThat(result.outputs()).containsExactly("d.t");
    assertThat(result.direct()).containsExactly("s.a -> d.t.x", "s.b -> d.t.y");
  }

  @Test
  void columnsOfAnUnknownTableAreNamedByTheQuery() {
    assertThat(Analysed.spark("insert into t select a, b as c from s").direct())
        .containsExactly("s.a -> t.a", "s.b -> t.c");
  }

  @Test
  void listedColumnsTakeTheQuerysByPosition() {
    assertThat(
            Analysed.with(Map.of("t", "x y z"))
                .spark("insert into t (z, x) select a, b from s")
                .direct())
        .containsExactly("s.a -> t.z", "s.b -> t.x");
  }

  @Test
  void staticPartitionTakesNoColumn() {
    assertThat(
            Analysed.with(Map.of("t", "x y dt"))
                .spark("insert overwrite table t partition (dt = '20260101') select a, b from s")
                .direct())
        .containsExactly("s.a -> t.x", "s.b -> t.y");
  }

  @Test
  void dynamicPartitionsTakeTheLastColumnsInTableOrder() {
    assertThat(
            Analysed.with(Map.of("t", "x dt hr"))
                .spark("insert overwrite table t partition (dt, hr) select a, d, h from s")
                .direct())
        .containsExactly("s.a -> t.x", "s.d -> t.dt", "s.h -> t.hr");
  }

  @Test
  void staticAndDynamicPartitionsMix() {
    assertThat(
            Analysed.with(Map.of("t", "x dt hr"))
                .hive("insert overwrite table t partition (dt = '1', hr) select a, h from s")
                .direct())
        .containsExactly("s.a -> t.x", "s.h -> t.hr");
  }

  @Test
  void dynamicPartitionOfAnUnknownTableNamesTheLastColumn() {
    assertThat(Analysed.hive("insert into table t partition (dt) select a, d from s").direct())
        .containsExactly("s.a -> t.a", "s.d -> t.dt");
  }

  @Test
  void insertByNameGoesByName() {
    assertThat(
            Analysed.with(Map.of("t", "x y"))
                .spark("insert into t by name select b as y, a as x from s")
                .direct())
        .containsExactly("s.a -> t.x", "s.b -> t.y");
  }

  @Test
  void moreColumnsThanTheCatalogueKnowsAreNotMappedByPosition() {
    assertThat(Analysed.with(Map.of("t", "x")).spark("insert into t select a, b from s").direct())
        .containsExactly("s.a -> t.a", "s.b -> t.b");
  }

  @Test
  void starOverUnknownTableStaysAStar() {
    assertThat(
            Analysed.with(Map.of("t", "x y")).spark("insert into t select a, u.* from u").direct())
        .containsExactly("u.* -> t.*", "u.a -> t.x");
  }

  @Test
  void multiInsertReadsOnceAndWritesEach() {
    Analysed result =
        Analysed.hive(
            """
            from (select k, v from s where v > 0) q
            insert overwrite table t partition (dt='1') select q.k as a where q.k < 10
            insert into table u select max(v) as m group by k
            """);
    assertThat(result.inputs()).containsExactly("s");
    assertThat(result.outputs()).containsExactly("t", "u");
    assertThat(result.edges()).containsExactly("s.k -> t.a IDENTITY", "s.v -> u.m AGGREGATION");
    assertThat(result.last().datasetEdges()).hasSize(4);
  }

  @Test
  void directoryIsWrittenAsPath() {
    Analysed result =
        Analysed.spark("insert overwrite directory '/out/x' using json select a from s");
    assertThat(result.outputs()).containsExactly("path:/out/x");
    assertThat(result.direct()).containsExactly("s.a -> path:/out/x.a");
  }

  @Test
  void valuesReadWhatTheirSubqueriesRead() {
    Analysed result =
        Analysed.with(Map.of("t", "x y")).spark("insert into t values ((select max(a) from s), 1)");
    assertThat(result.inputs()).containsExactly("s");
    assertThat(result.edges()).containsExactly("s.a -> t.x AGGREGATION");
  }

  @Test
  void edgeCarriesTheExpressionAndWhereItStands() {
    // given
    String sql = "insert into t\nselect upper(a) as u from s";
    // when
    ColumnEdge edge = Analysed.spark(sql).last().columnEdges().getFirst();
    // then
    SqlText expression = edge.expression().orElseThrow();
    assertThat(expression.text()).isEqualTo("upper(a)");
    assertThat(sql.substring(expression.span().start(), expression.span().end()))
        .isEqualTo("upper(a)");
  }

  @Test
  void edgeSaysWhetherItDependedOnTheCatalogue() {
    assertThat(Analysed.spark("insert into t select a from s").last().columnEdges())
        .allMatch(edge -> !edge.fromCatalogue());
    assertThat(
            Analysed.with(Map.of("t", "x"))
                .spark("insert into t select a from s")
                .last()
                .columnEdges())
        .allMatch(ColumnEdge::fromCatalogue);
    assertThat(
            Analysed.with(Map.of("s", "a"))
                .spark("insert into t select * from s")
                .last()
                .columnEdges())
        .allMatch(ColumnEdge::fromCatalogue);
  }

  @Test
  void namesAreCanonicalWhateverTheirCase() {
    Analysed result = Analysed.spark("INSERT INTO `D`.T SELECT A FROM spark_catalog.Default.S");
    assertThat(result.direct()).containsExactly("s.a -> d.t.a");
  }
}
