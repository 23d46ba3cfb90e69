package io.weirworks.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void percentileIsTheSmallestLatencyThatItsShareDidNotExceed() {
    // given 1 to 200 ms, in any order
    List<Long> nanos =
        LongStream.rangeClosed(1, 200).map(n -> (201 - n) * 1_000_000).boxed().toList();

    // when
    Latencies latencies = new Latencies(nanos);

    // then
    assertThat(latencies.percentile(0.5)).isEqualTo(100);
    assertThat(latencies.percentile(0.99)).isEqualTo(198);
    assertThat(latencies.percentile(0)).isEqualTo(1);
    assertThat(latencies.highest()).isEqualTo(200);
  }

  @Test
  void nothingCompletedHasNoLatency() {
    assertThatThrownBy(() -> new Latencies(List.of()).percentile(0.5))
        .isInstanceOf(IllegalStateException.class);
  }
}
