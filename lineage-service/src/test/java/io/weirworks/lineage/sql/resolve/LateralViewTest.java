package io.weirworks.lineage.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Analysed;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LateralViewTest {

  @Test
  void columnsOfALateralViewAreMadeOfItsArguments() {
    assertThat(
            Analysed.hive(
                    "select t.a, v.x, y from t lateral view posexplode(split(t.b, ',')) v as x, y")
                .edges())
        .containsExactly(
            "t.a -> <query>.a IDENTITY",
            "t.b -> <query>.x TRANSFORMATION",
            "t.b -> <query>.y TRANSFORMATION");
  }

  @Test
  void laterViewSeesAnEarlierOne() {
    assertThat(
            Analysed.hive(
                    "select z from t lateral view explode(a) v as x lateral view outer explode(v.x) w as z")
                .direct())
        .containsExactly("t.a -> <query>.z");
  }

  @Test
  void starIncludesTheColumnsOfLateralViews() {
    assertThat(
            Analysed.with(Map.of("t", "a b"))
                .hive("select * from t lateral view explode(b) v as x")
                .direct())
        .containsExactly("t.a -> <query>.a", "t.b -> <query>.b", "t.b -> <query>.x");
  }

  @Test
  void unnamedColumnsHaveTheFunctionsNames() {
    assertThat(Analysed.hive("select col from t lateral view explode(a) v").direct())
        .contains("t.a -> <query>.col");
    assertThat(Analysed.hive("select v.c1 from t lateral view json_tuple(j, 'a', 'b') v").direct())
        .containsExactly("t.j -> <query>.c1");
  }

  @Test
  void columnsThatDependOnTheDataAreMadeOfTheArguments() {
    assertThat(Analysed.hive("select v.anything from t lateral view inline(a) v").direct())
        .containsExactly("t.a -> <query>.anything");
  }

  @Test
  void tableFunctionInFromSeesWhatStandsBeforeIt() {
    assertThat(Analysed.spark("select e.c from t, lateral explode(t.a) e (c)").direct())
        .containsExactly("t.a -> <query>.c");
  }

  @Test
  void rangeIsMadeOfNothing() {
    Analysed result = Analysed.spark("select id from range(10)");
    assertThat(result.inputs()).isEmpty();
    assertThat(result.direct()).isEmpty();
  }

  @Test
  void transformMayMakeAnyOutputOfAnyInput() {
    assertThat(
            Analysed.hive(
                    "from (select transform (a, b) using 'x.py' as (p, q string) from t) m insert into u select m.q")
                .last()
                .diagnostic())
        .isPresent();
    assertThat(
            Analysed.hive(
                    "from (select transform (a, b) using 'x.py' as (p, q) from t where c > 0) m insert into u select m.q")
                .edges())
        .containsExactly("t.a -> u.q TRANSFORMATION", "t.b -> u.q TRANSFORMATION");
  }

  @Test
  void mapAndReduceAreTransforms() {
    assertThat(Analysed.hive("from t map t.a, t.b using 'cat' as x, y").direct())
        .containsExactly(
            "t.a -> <query>.x", "t.a -> <query>.y", "t.b -> <query>.x", "t.b -> <query>.y");
  }

  @Test
  void unnamedOutputOfATransformIsKeyAndValue() {
    assertThat(Analysed.hive("select transform (a) using 'cat' from t").direct())
        .containsExactly("t.a -> <query>.key", "t.a -> <query>.value");
  }
}
