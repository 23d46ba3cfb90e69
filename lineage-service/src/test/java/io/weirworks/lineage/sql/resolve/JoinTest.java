package io.weirworks.lineage.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Analysed;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JoinTest {
  private static final Analysed.Schemas TABLES =
      Analysed.with(
          Map.of("t", "k m b", "s", "k y", "u", "k m z", "a", "k x", "d", "c1 c2 c3 c4 c5 c6"));

  @Test
  void columnOfChainedUsingJoinsIsMadeOfAllSides() {
    assertThat(TABLES.spark("select k from t join s using (k) join u using (k)").direct())
        .containsExactly("s.k -> <query>.k", "t.k -> <query>.k", "u.k -> <query>.k");
  }

  @Test
  void chainedUsingJoinsOfUnknownTablesMergeTheirColumn() {
    assertThat(Analysed.spark("select k from t join s using (k) join u using (k)").direct())
        .containsExactly("s.k -> <query>.k", "t.k -> <query>.k", "u.k -> <query>.k");
  }

  @Test
  void starGivesTheColumnsOfTheLatestUsingFirst() {
    assertThat(
            TABLES
                .spark("insert into d select * from t join s using (k) join u using (m)")
                .direct())
        .containsExactly(
            "s.k -> d.c2",
            "s.y -> d.c4",
            "t.b -> d.c3",
            "t.k -> d.c2",
            "t.m -> d.c1",
            "u.k -> d.c5",
            "u.m -> d.c1",
            "u.z -> d.c6");
  }

  @Test
  void usingMergesColumnsOfTheRelationsItJoinsOnly() {
    assertThat(TABLES.spark("insert into d select * from a, s join u using (k)").direct())
        .containsExactly(
            "a.k -> d.c1",
            "a.x -> d.c2",
            "s.k -> d.c3",
            "s.y -> d.c4",
            "u.k -> d.c3",
            "u.m -> d.c5",
            "u.z -> d.c6");
  }

  @Test
  void relationJoinedByConditionAfterUsingKeepsItsColumn() {
    assertThat(
            TABLES
                .spark("insert into d select * from a join s using (k) join u on a.x = u.z")
                .direct())
        .contains("a.k -> d.c1", "s.k -> d.c1", "u.k -> d.c4");
  }

  @Test
  void naturalJoinsGoByTheColumnsThatAreLeftOfThoseBefore() {
    assertThat(TABLES.spark("select k, m from t natural join s natural join u").direct())
        .containsExactly(
            "s.k -> <query>.k",
            "t.k -> <query>.k",
            "t.m -> <query>.m",
            "u.k -> <query>.k",
            "u.m -> <query>.m");
  }

  @Test
  void semiJoinByUsingGivesTheLeftSideOnly() {
    Analysed result = TABLES.spark("select k from t left semi join s using (k)");
    assertThat(result.direct()).containsExactly("t.k -> <query>.k");
    assertThat(result.influences()).containsExactly("s.k JOIN", "t.k JOIN");
  }

  @Test
  void aliasOverAUsingJoinHasItsColumnOnce() {
    assertThat(TABLES.spark("select j.* from (a join s using (k)) j").direct())
        .containsExactly(
            "a.k -> <query>.k", "a.x -> <query>.x", "s.k -> <query>.k", "s.y -> <query>.y");
  }
}
