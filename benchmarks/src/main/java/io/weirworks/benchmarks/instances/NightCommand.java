package io.weirworks.benchmarks.instances;

import io.weirworks.benchmarks.BenchmarksApplication;
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
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The benchmark of generation. */
@Command(
    name = "night",
    mixinStandardHelpOptions = true,
    description = "Measures how fast a day's instances are made.")
public final class NightCommand implements Callable<Integer> {

  @ParentCommand private BenchmarksApplication parent = new BenchmarksApplication();

  @Option(
      names = "--workflows",
      description = "due each minute of what is left of today (${DEFAULT-VALUE})")
  private int workflows = 20;

  @Option(names = "--nodes", description = "of each workflow (${DEFAULT-VALUE})")
  private int nodes = 10;

  @Option(names = "--warm-up", description = "node instances before all (${DEFAULT-VALUE})")
  private int warmUp = 6_000;

  @Override
  public Integer call() throws IOException {
    PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path folder = parent.out().toAbsolutePath().resolve("night-" + ProcessHandle.current().pid());
    Files.createDirectories(folder);
    House house =
        new House(
            folder,
            new EmbeddedBroker(folder.resolve("broker"), BrokerSettings.standard()),
            new EmbeddedDatabase(folder.resolve("database"), DatabaseSettings.standard()),
            1,
            "");
    Runtime.getRuntime().addShutdownHook(new Thread(house::close, "house-end"));
    try (InstancesBenchmark warm = new InstancesBenchmark(house);
        Publisher publisher =
            new Publisher(house.bootstrap(), new AvroCodec(SchemaCatalogue.contract()))) {
      warm.awaitServices();
      warm.run(Workload.named("chain-10", warmUp));
      Night.Made made = new Night(workflows, nodes).run(house, publisher);
      long cpu = made.cpu().values().stream().mapToLong(time -> time.toNanos() / 1_000).sum();
      console.printf(
          "%d workflow instances, %d node instances in %.1f s: %.0f node instances/s, %.0f µs CPU each %s, load %.1f%n",
          made.workflowInstances(),
          made.nodeInstances(),
          made.seconds(),
          made.nodeInstances() / made.seconds(),
          (double) cpu / made.nodeInstances(),
          made.cpu(),
          Machine.load());
    }
    return CommandLine.ExitCode.OK;
  }
}
