package io.weirworks.benchmarks.instances;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirworks.benchmarks.BenchmarksApplication;
import io.weirworks.benchmarks.measure.Machine;
import io.weirworks.infra.broker.BrokerSettings;
import io.weirworks.infra.broker.EmbeddedBroker;
import io.weirworks.infra.database.DatabaseSettings;
import io.weirworks.infra.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The benchmark of node instances, of the workloads that are named. */
@Command(
    name = "instances",
    mixinStandardHelpOptions = true,
    description = "Measures how fast no-op node instances go through scheduler and executor.")
public final class InstancesCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParentCommand private BenchmarksApplication parent = new BenchmarksApplication();

  @Parameters(
      arity = "0..*",
      description =
          "chain-10: many at once; chain-10@100: so many nodes a second; lone-chain-40: one after"
              + " the other; fan-10000, flat-20000, tree-20000, grid-20000: one workflow")
  private List<String> workloads =
      List.of("chain-2", "chain-10", "chain-2@100", "chain-10@100", "lone-chain-40", "fan-10000");

  @Option(
      names = "--instances",
      description = "node instances of a workload that names no number (${DEFAULT-VALUE})")
  private int instances = 20_000;

  @Option(names = "--warm-up", description = "node instances before all (${DEFAULT-VALUE})")
  private int warmUp = 6_000;

  @Option(names = "--slots", description = "runs that the runner carries (${DEFAULT-VALUE})")
  private int slots = 512;

  @Option(names = "--services-jvm", description = "further flags of the services' JVM")
  private String servicesJvm = "";

  @Override
  public Integer call() throws IOException {
    PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path folder = parent.out().toAbsolutePath().resolve("bench-" + ProcessHandle.current().pid());
    Files.createDirectories(folder);
    List<Result> results = new ArrayList<>();
    Map<String, String> facts = facts();
    House house =
        new House(
            folder,
            new EmbeddedBroker(folder.resolve("broker"), BrokerSettings.standard()),
            new EmbeddedDatabase(folder.resolve("database"), DatabaseSettings.standard()),
            slots,
            servicesJvm);
    Runtime.getRuntime().addShutdownHook(new Thread(house::close, "house-end"));
    facts.put("database", house.databaseVersion() + ", innodb_flush_log_at_trx_commit=1");
    try (InstancesBenchmark benchmark = new InstancesBenchmark(house)) {
      benchmark.awaitServices();
      benchmark.run(Workload.named("chain-10", warmUp));
      for (String name : workloads) {
        Result result = benchmark.run(Workload.named(name, instances));
        console.println("# " + JSON.writeValueAsString(InstancesReport.line(result)));
        results.add(result);
      }
    }
    write(facts, results);
    console.print(InstancesReport.markdown(facts, results));
    return CommandLine.ExitCode.OK;
  }

  private void write(Map<String, String> facts, List<Result> results) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(JSON.writeValueAsString(Map.of("facts", facts)));
    for (Result result : results) {
      lines.add(JSON.writeValueAsString(InstancesReport.line(result)));
    }
    Path out = parent.out();
    Files.write(out.resolve("instances.jsonl"), lines, UTF_8);
    Files.writeString(out.resolve("instances.md"), InstancesReport.markdown(facts, results), UTF_8);
  }

  private Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    facts.put("commit", parent.commit());
    facts.putAll(Machine.facts());
    facts.put("load before", "%.1f".formatted(Machine.load()));
    facts.put("slots", Integer.toString(slots));
    return facts;
  }
}
