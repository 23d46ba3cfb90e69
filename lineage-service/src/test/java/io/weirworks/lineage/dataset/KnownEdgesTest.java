package io.weirworks.lineage.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownEdgesTest {

  private static Confirmation run(int second) {
    return new Confirmation("r" + second, 0, Instant.ofEpochSecond(second));
  }

  private static ColumnEdge edge(int i, String expression) {
    return new ColumnEdge("d.s", "c" + i, "d.t", "x", Flow.IDENTITY, expression, false);
  }

  @Test
  void theLatestRunThatConfirmedAnEdgeCounts() {
    // when
    KnownEdges<ColumnEdge> edges =
        KnownEdges.<ColumnEdge>none()
            .with(List.of(edge(1, "new")), run(2))
            .with(List.of(edge(1, "old")), run(1));

    // then
    assertThat(edges.all()).containsExactly(new Known<>(edge(1, "new"), run(2)));
  }

  @Test
  void beyondTheBoundTheEdgesThatWereConfirmedLongestAgoGoInWhateverOrderTheyCome() {
    // given
    int batch = 50;
    List<Integer> runs =
        new ArrayList<>(IntStream.rangeClosed(0, KnownEdges.MOST / batch).boxed().toList());

    // when
    KnownEdges<ColumnEdge> inOrder = told(runs, batch);
    Collections.shuffle(runs, new Random(1));
    KnownEdges<ColumnEdge> shuffled = told(runs, batch);

    // then
    assertThat(shuffled).isEqualTo(inOrder);
    assertThat(inOrder.truncated()).isTrue();
    assertThat(inOrder.all())
        .hasSize(KnownEdges.MOST)
        .noneMatch(known -> known.by().equals(run(0)));
  }

  private static KnownEdges<ColumnEdge> told(List<Integer> runs, int batch) {
    KnownEdges<ColumnEdge> edges = KnownEdges.none();
    for (int run : runs) {
      List<ColumnEdge> ofRun =
          IntStream.range(run * batch, (run + 1) * batch).mapToObj(i -> edge(i, "e")).toList();
      edges = edges.with(ofRun, run(run));
    }
    return edges;
  }
}
