package io.weirworks.benchmarks;

import io.weirworks.benchmarks.bank.MessagingBenchmark;
import io.weirworks.benchmarks.bank.Sizes;
import io.weirworks.benchmarks.core.CoreCommand;
import io.weirworks.benchmarks.instances.DueCommand;
import io.weirworks.benchmarks.instances.InstancesCommand;
import io.weirworks.benchmarks.instances.NightCommand;
import io.weirworks.benchmarks.lineage.ImpactCommand;
import io.weirworks.benchmarks.lineage.LineageCommand;
import io.weirworks.benchmarks.lineage.RebuildCommand;
import io.weirworks.benchmarks.measure.CpuClock;
import io.weirworks.benchmarks.measure.Machine;
import io.weirworks.benchmarks.openlineage.IngestCommand;
import io.weirworks.benchmarks.report.Report;
import io.weirworks.benchmarks.sql.SqlCommand;
import io.weirworks.infra.broker.BrokerSettings;
import io.weirworks.infra.broker.EmbeddedBroker;
import io.weirworks.infra.database.DatabaseSettings;
import io.weirworks.infra.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the benchmark of messaging against an embedded broker and an embedded, durable database. */
@Command(
    name = "benchmarks",
    mixinStandardHelpOptions = true,
    subcommands = {
      InstancesCommand.class,
      NightCommand.class,
      DueCommand.class,
      CoreCommand.class,
      IngestCommand.class,
      LineageCommand.class,
      ImpactCommand.class,
      RebuildCommand.class,
      SqlCommand.class
    },
    description =
        "Measures messaging beside plain Kafka and one event per transaction; prints Markdown.")
public final class BenchmarksApplication implements Callable<Integer> {

  @Option(
      names = "--out",
      description = "folder of the results and, while it runs, of the servers (${DEFAULT-VALUE})")
  private Path out = Path.of("target");

  @Option(names = "--events", description = "measured per backlog (${DEFAULT-VALUE})")
  private int events = 60_000;

  @Option(names = "--warm-up", description = "events before that (${DEFAULT-VALUE})")
  private int warmUp = 30_000;

  @Option(names = "--singles", description = "measured one per transaction (${DEFAULT-VALUE})")
  private int singles = 1_500;

  @Option(names = "--rounds", description = "turns of the saturated modes (${DEFAULT-VALUE})")
  private int rounds = 3;

  @Option(names = "--accounts", description = "subjects (${DEFAULT-VALUE})")
  private int accounts = 2_000;

  @Option(names = "--rate", description = "commands per second when idle (${DEFAULT-VALUE})")
  private int rate = 20;

  @Option(names = "--idle-seconds", description = "of the idle workload (${DEFAULT-VALUE})")
  private int idleSeconds = 30;

  @Option(names = "--commit", description = "the version measured, for the report")
  private String commit = "unknown";

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new BenchmarksApplication()).execute(arguments));
  }

  /** Folder of the results. */
  public Path out() {
    return out;
  }

  /** The version measured. */
  public String commit() {
    return commit;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = out.toAbsolutePath().resolve("bench-" + ProcessHandle.current().pid());
    Sizes sizes =
        new Sizes(
            12, accounts, warmUp, events, singles, rounds, rate, Duration.ofSeconds(idleSeconds));
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
    return measure(broker, database, sizes);
  }

  private int measure(EmbeddedBroker broker, EmbeddedDatabase database, Sizes sizes)
      throws IOException {
    PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    CpuClock cpu =
        new CpuClock(
            Map.of(
                "jvm", ProcessHandle.current().pid(),
                "broker", broker.pid(),
                "database", database.pid()));
    Map<String, String> facts = facts(broker, database, sizes);
    database.createSchema("bench");
    MessagingBenchmark benchmark =
        new MessagingBenchmark(broker, database, cpu, sizes, line -> console.println("# " + line));
    Report report = new Report(facts, benchmark.run("bench"));
    report.write(out);
    console.print(report.markdown());
    return CommandLine.ExitCode.OK;
  }

  private Map<String, String> facts(EmbeddedBroker broker, EmbeddedDatabase database, Sizes sizes) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    facts.put("commit", commit);
    facts.putAll(Machine.facts());
    facts.put("load before", "%.1f".formatted(Machine.load()));
    facts.put(
        "broker", broker.describe() + ", Kafka " + AppInfoParser.getVersion() + ", lz4, acks=all");
    facts.put(
        "database",
        database.describe() + ", " + database.version() + ", innodb_flush_log_at_trx_commit=1");
    facts.put("sizes", sizes.toString());
    return facts;
  }
}
