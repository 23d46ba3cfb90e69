package io.weirworks.benchmarks.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.weirworks.benchmarks.BenchmarksApplication;
import io.weirworks.messaging.hosting.ServiceHost;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** That the benchmarks run and their graphs have the hashes that they should, not how fast. */
class LineageBenchmarksTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ingest --users 2 --rates 20 --seconds 2 --warm-up 1 --sampled 2",
        "impact --tables 200 --layers 4 --failures 3 --warm-up 1",
        "rebuild --tables 200 --runs 5 --rounds 1"
      })
  void aTinyRunEndsWell(String arguments) {
    // given: jars of the services, which the phase test alone does not make; without them their
    // contexts would find one another's beans
    assumeThat(ServiceHost.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .endsWith(".jar");
    List<String> all = new ArrayList<>(List.of("--out", folder.toString()));
    all.addAll(List.of(arguments.split(" ")));

    // when
    int code = new CommandLine(new BenchmarksApplication()).execute(all.toArray(String[]::new));

    // then
    assertThat(code).isZero();
  }
}
