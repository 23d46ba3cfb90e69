package io.weirworks.lineage.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Analysed;
import org.junit.jupiter.api.Test;

class RelationGapsTest {

  @Test
  void aliasOfAPivotMayListColumns() {
    assertThat(
            Analysed.ansi(
                    "select x from (select v, c from s) as q pivot (sum(v) for c in ('a', 'b')) as p (x, y)")
                .direct())
        .containsExactly("s.v -> <query>.x");
  }

  @Test
  void chainedPivotsMayListColumnsEach() {
    assertThat(
            Analysed.ansi(
                    """
                    select h from (select id, jan, feb, n, s from m)
                    unpivot (v for mon in (jan, feb)) as u (a, b, c, d, e)
                    unpivot (h for reg in (b, c)) as w
                    """)
                .direct())
        .containsExactly("m.n -> <query>.h", "m.s -> <query>.h");
  }

  @Test
  void pivotBelongsToTheRelationJustBeforeIt() {
    Analysed result =
        Analysed.ansi(
            "select q.k, p.v from s q join (select a, b from t) unpivot (v for n in (b)) p on q.k = p.a");
    assertThat(result.direct()).containsExactly("s.k -> <query>.k", "t.b -> <query>.v");
  }

  @Test
  void uniqueJoinReadsAllItsTablesByTheirKeys() {
    Analysed result =
        Analysed.hive(
            "from uniquejoin preserve t a (a.k, a.l), preserve s b (b.k, b.l), u c (c.k, c.l) "
                + "insert into d select a.x, b.y, c.z");
    assertThat(result.direct()).containsExactly("s.y -> d.y", "t.x -> d.x", "u.z -> d.z");
    assertThat(result.influences())
        .containsExactly("s.k JOIN", "s.l JOIN", "t.k JOIN", "t.l JOIN", "u.k JOIN", "u.l JOIN");
  }

  @Test
  void windowMayBeDefinedByAnother() {
    assertThat(
            Analysed.hive(
                    """
                    select sum(a) over v as x from t
                    window w as (partition by b order by c), v as (w rows between 1 preceding and current row)
                    """)
                .direct())
        .containsExactly("t.a -> <query>.x");
    assertThat(
            Analysed.hive(
                    "select rank() over v as x from t window w as (partition by b), v as (w order by c)")
                .edges())
        .containsExactly("t.b -> <query>.x WINDOW", "t.c -> <query>.x WINDOW");
  }

  @Test
  void hintSaysNothingWhateverIsInIt() {
    assertThat(
            Analysed.hive("select /*+ mapjoin(${small}) */ t.a from t join s on t.a = s.x")
                .inputs())
        .containsExactly("s", "t");
    assertThat(
            Analysed.ansi(
                    "merge /*+ parallel(4) */ into t using s on t.k = s.k when matched then update set v = s.v")
                .direct())
        .containsExactly("s.v -> t.v");
  }

  @Test
  void variableWithoutValueMayStandForANumber() {
    Analysed result =
        Analysed.hive(
            "select cast(a as decimal(${p}, ${s})) as x from t tablesample (${n} percent) q");
    assertThat(result.script().diagnostics()).isEmpty();
    assertThat(result.direct()).containsExactly("t.a -> <query>.x");
  }
}
