package io.weirworks.benchmarks.instances;

import io.weirworks.benchmarks.BenchmarksApplication;
import io.weirworks.benchmarks.measure.Latencies;
import io.weirworks.benchmarks.measure.Machine;
import io.weirworks.infra.broker.BrokerSettings;
import io.weirworks.infra.broker.EmbeddedBroker;
import io.weirworks.infra.database.DatabaseSettings;
import io.weirworks.infra.database.EmbeddedDatabase;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The benchmark of instances that become due together. */
@Command(
    name = "due",
    mixinStandardHelpOptions = true,
    description = "Measures how long after their minute instances that are due together start.")
public final class DueCommand implements Callable<Integer> {

  @ParentCommand private BenchmarksApplication parent = new BenchmarksApplication();

  @Option(names = "--workflows", description = "due in the same minute (${DEFAULT-VALUE})")
  private int workflows = 1_000;

  @Option(names = "--nodes", description = "of each workflow, side by side (${DEFAULT-VALUE})")
  private int nodes = 10;

  @Option(names = "--warm-up", description = "node instances before all (${DEFAULT-VALUE})")
  private int warmUp = 6_000;

  @Option(names = "--slots", description = "runs that the runner carries (${DEFAULT-VALUE})")
  private int slots = 512;

  @Override
  public Integer call() throws IOException {
    Path folder = parent.out().toAbsolutePath().resolve("due-" + ProcessHandle.current().pid());
    Files.createDirectories(folder);
    House house =
        new House(
            folder,
            new EmbeddedBroker(folder.resolve("broker"), BrokerSettings.standard()),
            new EmbeddedDatabase(folder.resolve("database"), DatabaseSettings.standard()),
            slots,
            "");
    Runtime.getRuntime().addShutdownHook(new Thread(house::close, "house-end"));
    try (InstancesBenchmark warm = new InstancesBenchmark(house);
        Publisher publisher =
            new Publisher(house.bootstrap(), new AvroCodec(SchemaCatalogue.contract()))) {
      warm.awaitServices();
      warm.run(Workload.named("chain-10", warmUp));
      print(new Due(workflows, nodes).run(house, publisher));
    }
    return CommandLine.ExitCode.OK;
  }

  private void print(Due.Met met) {
    PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    long cpu = met.cpu().values().stream().mapToLong(time -> time.toNanos() / 1_000).sum();
    console.printf(
        "%d × %d node instances due at %s, all over after %.1f s, %.0f µs CPU each %s, load %.1f%n",
        workflows,
        nodes,
        met.due(),
        met.seconds(),
        (double) cpu / (workflows * nodes),
        met.cpu(),
        Machine.load());
    console.println("| s after that moment | first | p50 | p99 | last |");
    console.println("|---|---|---|---|---|");
    for (Map.Entry<String, Latencies> each : met.sinceDue().entrySet()) {
      Latencies since = each.getValue();
      console.printf(
          "| %s | %.2f | %.2f | %.2f | %.2f |%n",
          each.getKey(),
          since.percentile(0) / 1e3,
          since.percentile(0.5) / 1e3,
          since.percentile(0.99) / 1e3,
          since.highest() / 1e3);
    }
  }
}
