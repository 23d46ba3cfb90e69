package io.weirworks.lineage.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Analysed;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryTest {

  @Test
  void bareSelectHandsItsRowsToTheCaller() {
    Analysed result = Analysed.spark("select a, b + 1 as c from t");
    assertThat(result.outputs()).isEmpty();
    assertThat(result.edges())
        .containsExactly("t.a -> <query>.a IDENTITY", "t.b -> <query>.c TRANSFORMATION");
  }

  @Test
  void unqualifiedColumnOfTwoUnknownTablesIsNotGuessed() {
    assertThat(Analysed.spark("select c from a join b on a.id = b.id").direct())
        .containsExactly("?.c -> <query>.c");
  }

  @Test
  void catalogueDecidesWhoseAnUnqualifiedColumnIs() {
    Analysed result =
        Analysed.with(Map.of("a", "id x", "b", "id y"))
            .spark("select x, y from a join b on a.id = b.id");
    assertThat(result.direct()).containsExactly("a.x -> <query>.x", "b.y -> <query>.y");
    assertThat(result.last().columnEdges()).allMatch(edge -> edge.fromCatalogue());
  }

  @Test
  void columnThatTheOnlyKnownTableLacksBelongsToTheUnknownOne() {
    assertThat(Analysed.with(Map.of("a", "id")).spark("select c from a join b using (id)").direct())
        .containsExactly("b.c -> <query>.c");
  }

  @Test
  void columnThatTwoTablesHaveIsNotGuessed() {
    assertThat(Analysed.with(Map.of("a", "c", "b", "c")).spark("select c from a, b").direct())
        .containsExactly("?.c -> <query>.c");
  }

  @Test
  void qualifierIsAnAliasATableOrATableWithItsDatabase() {
    assertThat(Analysed.spark("select x.a, t.b, d.u.c from s x, t, d.u").direct())
        .containsExactly("d.u.c -> <query>.c", "s.a -> <query>.a", "t.b -> <query>.b");
  }

  @Test
  void fieldOfAStructIsPartOfItsColumn() {
    assertThat(Analysed.spark("select t.s.f.g, s.f as h, s['k'] as i from t").edges())
        .containsExactly(
            "t.s -> <query>.g TRANSFORMATION",
            "t.s -> <query>.h TRANSFORMATION",
            "t.s -> <query>.i TRANSFORMATION");
  }

  @Test
  void subqueryPassesItsColumnsOn() {
    assertThat(Analysed.spark("select q.m + 1 as n from (select max(a) as m from t) q").edges())
        .containsExactly("t.a -> <query>.n AGGREGATION");
  }

  @Test
  void columnThatASubqueryDoesNotHaveIsUnattributed() {
    assertThat(Analysed.spark("select q.z from (select a from t) q").direct())
        .containsExactly("?.z -> <query>.z");
  }

  @Test
  void starOfASubqueryIsItsColumns() {
    assertThat(Analysed.spark("select * from (select a, b as c from t) q").direct())
        .containsExactly("t.a -> <query>.a", "t.b -> <query>.c");
  }

  @Test
  void starOfAKnownTableIsItsColumnsWithoutTheExcepted() {
    assertThat(Analysed.with(Map.of("t", "a b c")).spark("select * except (b) from t").direct())
        .containsExactly("t.a -> <query>.a", "t.c -> <query>.c");
  }

  @Test
  void columnOfAnOpenSubqueryIsItsTables() {
    assertThat(Analysed.spark("select x from (select *, 1 as one from t) q").direct())
        .containsExactly("t.x -> <query>.x");
  }

  @Test
  void aliasesOfATableRenameItsColumns() {
    assertThat(
            Analysed.with(Map.of("t", "a b")).spark("select q.x, q.y from t as q (x, y)").direct())
        .containsExactly("t.a -> <query>.x", "t.b -> <query>.y");
  }

  @Test
  void usingJoinMakesOneColumnOfBothSides() {
    assertThat(
            Analysed.with(Map.of("a", "id x", "b", "id y"))
                .spark("select * from a left join b using (id)")
                .direct())
        .containsExactly(
            "a.id -> <query>.id", "a.x -> <query>.x", "b.id -> <query>.id", "b.y -> <query>.y");
  }

  @Test
  void naturalJoinMergesTheCommonColumns() {
    assertThat(
            Analysed.with(Map.of("a", "id x", "b", "id y"))
                .spark("select id from a natural join b")
                .direct())
        .containsExactly("a.id -> <query>.id", "b.id -> <query>.id");
  }

  @Test
  void semiJoinHidesItsRightSide() {
    Analysed result =
        Analysed.with(Map.of("a", "id x", "b", "id y"))
            .spark("select * from a left semi join b on a.id = b.id");
    assertThat(result.inputs()).containsExactly("a", "b");
    assertThat(result.direct()).containsExactly("a.id -> <query>.id", "a.x -> <query>.x");
  }

  @Test
  void aliasOfParenthesesCoversTheNamesInside() {
    assertThat(
            Analysed.with(Map.of("a", "x", "b", "y"))
                .spark("select j.x, j.y from (a cross join b) j")
                .direct())
        .containsExactly("a.x -> <query>.x", "b.y -> <query>.y");
  }

  @Test
  void lateralSubquerySeesWhatStandsBeforeIt() {
    assertThat(
            Analysed.spark("select l.m from t, lateral (select t.a + u.b as m from u) l").direct())
        .containsExactly("t.a -> <query>.m", "u.b -> <query>.m");
  }

  @Test
  void aliasOfTheSelectListIsKnownToItsRest() {
    assertThat(
            Analysed.with(Map.of("t", "a b"))
                .spark("select a + b as c, c * 2 as d from t")
                .direct())
        .contains("t.a -> <query>.d", "t.b -> <query>.d");
  }

  @Test
  void autoAliasesFollowTheDialect() {
    assertThat(Analysed.hive("select a, max( b ) from t").direct()).contains("t.b -> <query>._c1");
    assertThat(Analysed.ansi("select a, max( b ) from t").direct())
        .contains("t.b -> <query>.max(b)");
  }

  @Test
  void inlineTableColumnsAreNamedByPosition() {
    assertThat(
            Analysed.spark("select col2, col1 from values (1, (select a from t)), (2, 3)").direct())
        .containsExactly("t.a -> <query>.col2");
  }

  @Test
  void tableStatementGivesEveryColumn() {
    assertThat(Analysed.with(Map.of("t", "a b")).spark("table t").direct())
        .containsExactly("t.a -> <query>.a", "t.b -> <query>.b");
  }

  @Test
  void doubleQuotesNameColumnsInStandardSqlAndWriteTextInSpark() {
    assertThat(Analysed.ansi("select \"A b\" as x from t").direct())
        .containsExactly("t.a b -> <query>.x");
    assertThat(Analysed.spark("select \"A b\" as x from t").direct()).isEmpty();
  }

  @Test
  void explainedStatementReadsAndWritesNothing() {
    Analysed result = Analysed.spark("explain insert into t select a from s");
    assertThat(result.inputs()).isEmpty();
    assertThat(result.outputs()).isEmpty();
  }

  @Test
  void namedWindowMayStandForALaterOne() {
    assertThat(
            Analysed.hive(
                    "select sum(v) over a as s from t window a as b, b as c, c as (partition by k)")
                .edges())
        .containsExactly("t.k -> <query>.s WINDOW", "t.v -> <query>.s AGGREGATION");
  }
}
