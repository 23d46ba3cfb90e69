package io.weirworks.lineage.sql.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.sql.Analysed;
import io.weirworks.lineage.sql.DatasetEdge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfluenceTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          where f > 0 and not g = 1             | t.f FILTER, t.g FILTER
          group by k, substr(l, 1, 2)           | t.k GROUP_BY, t.l GROUP_BY
          group by 1                            | t.a GROUP_BY
          group by x                            | t.a GROUP_BY
          group by k, l grouping sets ((k), (k, l)) | t.k GROUP_BY, t.l GROUP_BY
          group by cube (k, l)                  | t.k GROUP_BY, t.l GROUP_BY
          group by k having max(h) > 1          | t.h FILTER, t.k GROUP_BY
          order by o desc limit 3               | t.o SORT
          order by 1                            | t.a SORT
          order by x                            | t.a SORT
          distribute by d sort by s             | t.d SORT, t.s SORT
          cluster by c                          | t.c SORT
          qualify row_number() over (order by q) = 1 | t.q FILTER
          """)
  void clauseDecidesAboutAllColumns(String clause, String expected) {
    assertThat(Analysed.spark("select a as x from t " + clause).influences())
        .containsExactly(expected.split(", "));
  }

  @Test
  void joinKeysDecideAboutAllColumns() {
    assertThat(
            Analysed.spark(
                    "select s.a from s join t on s.k = t.k and t.f > 1 left join u using (id)")
                .influences())
        .contains("s.k JOIN", "t.k JOIN", "t.f JOIN", "u.id JOIN");
  }

  @Test
  void influencesOfSubqueriesReachTheTarget() {
    Analysed result =
        Analysed.spark(
            "insert into t select q.a from (select a from s where f = 1 group by a) q where q.a > 2");
    assertThat(result.influences()).containsExactly("s.a FILTER", "s.a GROUP_BY", "s.f FILTER");
    assertThat(result.last().datasetEdges())
        .extracting(DatasetEdge::to)
        .extracting(d -> d.id())
        .containsOnly("default.t");
  }
}
