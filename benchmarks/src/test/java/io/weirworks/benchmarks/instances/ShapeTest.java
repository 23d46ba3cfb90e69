package io.weirworks.benchmarks.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {

  @ParameterizedTest
  @CsvSource({
    // shape, number, nodes, edges, starts
    "chain, 10, 10, 9, 1",
    "flat,  10, 10, 0, 10",
    "tree,  10, 10, 9, 1",
    "grid,   9,  9, 12, 1",
    "fan,   10, 12, 20, 1",
  })
  void shapeHasTheEdgesOfItsName(String name, int number, int nodes, int edges, int starts) {
    // when
    Shape shape = Shape.named(name, number);

    // then
    assertThat(shape.nodes()).isEqualTo(nodes);
    assertThat(shape.upstreams().stream().mapToInt(List::size).sum()).isEqualTo(edges);
    assertThat(shape.upstreams().stream().filter(List::isEmpty)).hasSize(starts);
    assertThat(IntStream.range(0, nodes))
        .allMatch(node -> shape.upstreams().get(node).stream().allMatch(other -> other < node));
    assertThat(shape.deployed().getDefinition().getNodes()).hasSize(nodes);
  }

  @Test
  void workloadSaysHowManyAndHowFast() {
    assertThat(Workload.named("chain-10", 20_000).workflowInstances()).isEqualTo(2_000);
    assertThat(Workload.named("chain-2@100", 600))
        .extracting(Workload::workflowInstances, Workload::perSecond)
        .containsExactly(300, 100);
    assertThat(Workload.named("lone-chain-40", 20_000))
        .extracting(Workload::workflowInstances, Workload::oneAtATime)
        .containsExactly(10, true);
    assertThat(Workload.named("fan-10000", 5).nodeInstances()).isEqualTo(10_002);
    assertThatThrownBy(() -> Workload.named("star-5", 5)).hasMessageContaining("none of chain");
  }
}
