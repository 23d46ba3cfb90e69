package io.weirworks.benchmarks.openlineage;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.weirworks.benchmarks.BenchmarksApplication;
import io.weirworks.benchmarks.measure.CpuClock;
import io.weirworks.benchmarks.measure.Latencies;
import io.weirworks.benchmarks.measure.Machine;
import io.weirworks.infra.broker.BrokerSettings;
import io.weirworks.infra.broker.EmbeddedBroker;
import io.weirworks.infra.database.DatabaseSettings;
import io.weirworks.infra.database.EmbeddedDatabase;
import io.weirworks.messaging.hosting.ServiceHost;
import io.weirworks.schemas.Service;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** P11: START and COMPLETE of engines' runs over HTTP. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description =
        "Measures how fast OpenLineage events are taken over HTTP and when they are in the graph;"
            + " service and users share one JVM.")
public final class IngestCommand implements Callable<Integer> {

  @ParentCommand private BenchmarksApplication parent = new BenchmarksApplication();

  @Option(names = "--users", split = ",", description = "one after the other (${DEFAULT-VALUE})")
  private List<Integer> users = List.of(25, 500);

  @Option(names = "--seconds", description = "of each (${DEFAULT-VALUE})")
  private int seconds = 60;

  @Option(names = "--warm-up", description = "seconds before all (${DEFAULT-VALUE})")
  private int warmUp = 30;

  @Option(names = "--bytes", description = "of an event (${DEFAULT-VALUE})")
  private int bytes = 16 << 10;

  @Option(names = "--sampled", description = "each of so many pairs (${DEFAULT-VALUE})")
  private int sampled = 100;

  @Override
  public Integer call() throws Exception {
    PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path folder = parent.out().toAbsolutePath().resolve("ingest-" + ProcessHandle.current().pid());
    EmbeddedBroker broker = new EmbeddedBroker(folder.resolve("broker"), BrokerSettings.standard());
    EmbeddedDatabase database =
        new EmbeddedDatabase(folder.resolve("database"), DatabaseSettings.standard());
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  broker.discard();
                  database.discard();
                },
                "servers-end"));
    broker.start();
    database.start();
    database.createSchema("bench_lineage");
    CpuClock cpu =
        new CpuClock(
            Map.of(
                "jvm", ProcessHandle.current().pid(),
                "broker", broker.pid(),
                "database", database.pid()));
    try (ApplicationContext service = start(broker, database)) {
      var address = service.getBean(EmbeddedServer.class).getURI();
      VirtualUsers warm = new VirtualUsers(address, bytes, sampled);
      warm.run(users.getFirst(), Duration.ofSeconds(warmUp));
      warm.awaitAll();
      console.println(
          "| users | events/s taken | events/s in the graph | HTTP p95 ms | queryable p50 / p95 ms |"
              + " CPU µs/event | failed | load |");
      console.println("|---|---|---|---|---|---|---|---|");
      for (int count : users) {
        console.println(measured(new VirtualUsers(address, bytes, sampled), count, cpu));
      }
    }
    return CommandLine.ExitCode.OK;
  }

  private static ApplicationContext start(EmbeddedBroker broker, EmbeddedDatabase database) {
    return ServiceHost.start(
        Service.LINEAGE,
        Map.of(
            "micronaut.server.port", 0,
            "kafka.bootstrap.servers", broker.bootstrapServers(),
            "datasources.default.url", database.jdbcUrl("bench_lineage"),
            "datasources.default.username", database.user(),
            "datasources.default.password", database.password()));
  }

  private String measured(VirtualUsers all, int count, CpuClock cpu) throws InterruptedException {
    Map<String, Duration> before = cpu.read();
    long begin = System.nanoTime();
    all.run(count, Duration.ofSeconds(seconds));
    long events = all.taken.get();
    double posting = (System.nanoTime() - begin) / 1e9;
    all.awaitAll();
    double whole = (System.nanoTime() - begin) / 1e9;
    long micros =
        cpu.since(before).values().stream().mapToLong(time -> time.toNanos() / 1_000).sum();
    Latencies answers = new Latencies(all.answers);
    Latencies queryable = new Latencies(all.queryable);
    return "| %d | %.0f | %.0f | %.0f | %.0f / %.0f | %.0f | %d | %.1f |"
        .formatted(
            count,
            events / posting,
            events / whole,
            answers.percentile(0.95),
            queryable.percentile(0.5),
            queryable.percentile(0.95),
            (double) micros / events,
            all.failed.get(),
            Machine.load());
  }
}
