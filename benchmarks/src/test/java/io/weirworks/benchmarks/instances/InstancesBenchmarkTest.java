package io.weirworks.benchmarks.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.weirworks.infra.broker.BrokerSettings;
import io.weirworks.infra.broker.EmbeddedBroker;
import io.weirworks.infra.database.DatabaseSettings;
import io.weirworks.infra.database.EmbeddedDatabase;
import io.weirworks.messaging.hosting.ServiceHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the benchmark runs, not how fast. */
class InstancesBenchmarkTest {

  @TempDir private Path folder;

  @Test
  void aTinyRunBalancesItsBooksAndSplitsItsTimeByPhase() {
    // given: jars of the services, which the phase test alone does not make; without them their
    // contexts would find one another's beans
    assumeThat(ServiceHost.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .endsWith(".jar");
    EmbeddedBroker broker =
        new EmbeddedBroker(folder.resolve("broker"), BrokerSettings.standard().quickToStart());
    EmbeddedDatabase database =
        new EmbeddedDatabase(folder.resolve("database"), DatabaseSettings.standard());

    // when
    List<Result> results;
    try (House house = new House(folder, broker, database, 8, "-XX:TieredStopAtLevel=1");
        InstancesBenchmark benchmark = new InstancesBenchmark(house)) {
      benchmark.awaitServices();
      results =
          List.of(
              benchmark.run(Workload.named("chain-3", 30)),
              benchmark.run(Workload.named("fan-5", 1)));
    }

    // then
    assertThat(results.getFirst().phases())
        .containsOnlyKeys(Phase.values())
        .hasEntrySatisfying(Phase.HAND_OFF, ms -> assertThat(ms.count()).isEqualTo(20))
        .hasEntrySatisfying(Phase.WHOLE, ms -> assertThat(ms.count()).isEqualTo(10));
    assertThat(results.getLast().records())
        .containsEntry("weirworks.scheduler.events", 2L + 3 * 7)
        .containsEntry("weirworks.executor.events", 2L * 7);
    assertThat(InstancesReport.markdown(Map.of("commit", "none"), results))
        .contains("| 10 × chain-3 | 30 |", "| hand-off |");
  }
}
