package io.weirworks.lineage.sql;

import static io.weirworks.lineage.sql.Dependency.Direct.AGGREGATION;
import static io.weirworks.lineage.sql.Dependency.Direct.IDENTITY;
import static io.weirworks.lineage.sql.Dependency.Direct.TRANSFORMATION;
import static io.weirworks.lineage.sql.Dependency.Indirect.FILTER;
import static io.weirworks.lineage.sql.Dependency.Indirect.JOIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DependencyTest {
  private static final List<Dependency> ALL =
      Stream.<Dependency>concat(
              Stream.of(Dependency.Direct.values()), Stream.of(Dependency.Indirect.values()))
          .toList();

  @Test
  void identityChangesNothing() {
    assertThat(ALL).allSatisfy(inner -> assertThat(IDENTITY.over(inner)).isEqualTo(inner));
  }

  @Test
  void aggregateAnywhereMakesAnAggregation() {
    assertThat(TRANSFORMATION.over(AGGREGATION)).isEqualTo(AGGREGATION);
    assertThat(AGGREGATION.over(TRANSFORMATION)).isEqualTo(AGGREGATION);
  }

  @Test
  void indirectStaysIndirectAndTheOutermostSaysHow() {
    assertThat(AGGREGATION.over(JOIN)).isEqualTo(JOIN);
    assertThat(FILTER.over(IDENTITY)).isEqualTo(FILTER);
    assertThat(FILTER.over(JOIN)).isEqualTo(FILTER);
  }

  @Test
  void composingIsAssociative() {
    for (Dependency a : ALL) {
      for (Dependency b : ALL) {
        for (Dependency c : ALL) {
          assertThat(a.over(b).over(c)).isEqualTo(a.over(b.over(c)));
        }
      }
    }
  }
}
