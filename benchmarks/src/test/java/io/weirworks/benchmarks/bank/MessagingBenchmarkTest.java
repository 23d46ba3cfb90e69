package io.weirworks.benchmarks.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.benchmarks.bank.MessagingBenchmark.Result;
import io.weirworks.benchmarks.bank.Saturated.Mode;
import io.weirworks.benchmarks.measure.CpuClock;
import io.weirworks.benchmarks.report.Report;
import io.weirworks.infra.testing.Infra;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the benchmark runs, not how fast. */
class MessagingBenchmarkTest {

  @TempDir private Path folder;

  @Test
  void aTinyRunBalancesItsBooksAndReportsEveryMode() throws IOException {
    // given
    Infra infra = Infra.shared();
    CpuClock cpu = new CpuClock(Map.of("jvm", ProcessHandle.current().pid()));
    MessagingBenchmark benchmark =
        new MessagingBenchmark(infra.broker(), infra.database(), cpu, Sizes.smoke(), line -> {});

    // when
    Result result = benchmark.run(infra.freshSchema("bench"));
    new Report(Map.of("commit", "none"), result).write(folder);

    // then
    assertThat(result.saturated()).extracting(Saturated::mode).containsExactly(Mode.values());
    assertThat(result.saturated().getLast().recordsPerTransaction()).isLessThan(2);
    assertThat(result.idle())
        .extracting(Idle::path)
        .containsExactlyInAnyOrder(
            "plain Kafka, consume-transform-produce", "command → event", "command → reply");
    assertThat(folder.resolve("messaging.md"))
        .content()
        .contains("| Weirworks messaging |", "| command → reply |", "events/s ≥ 12,000");
    assertThat(Files.readAllLines(folder.resolve("messaging.jsonl")))
        .hasSize(1 + 4 + 3 + 3)
        .allMatch(line -> line.startsWith("{") && line.endsWith("}"));
  }
}
