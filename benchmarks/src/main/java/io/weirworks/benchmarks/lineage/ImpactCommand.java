package io.weirworks.benchmarks.lineage;

import io.weirworks.benchmarks.BenchmarksApplication;
import io.weirworks.benchmarks.measure.Latencies;
import io.weirworks.benchmarks.measure.Machine;
import io.weirworks.lineage.graph.adapter.LiveGraph;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** From a node instance's failure to its impact, through the real service and its graph. */
@Command(
    name = "impact",
    mixinStandardHelpOptions = true,
    description =
        "Measures how soon after a failure its impact is told (P12): failure published to"
            + " ImpactAssessed read, service in this JVM, graph loaded from rows.")
public final class ImpactCommand implements Callable<Integer> {

  /** The first of a layer feed very many: each second failure is of one of them. */
  private static final int WIDELY_READ = 100;

  private static final Duration LOADED = Duration.ofMinutes(10);

  @ParentCommand private BenchmarksApplication parent = new BenchmarksApplication();

  @Option(names = "--tables", description = "of 20 columns and 108 edges each (${DEFAULT-VALUE})")
  private int tables = 50_000;

  @Option(names = "--layers", description = "of the warehouse (${DEFAULT-VALUE})")
  private int layers = 20;

  @Option(names = "--failures", description = "one after the other (${DEFAULT-VALUE})")
  private int failures = 100;

  @Option(names = "--warm-up", description = "failures before that (${DEFAULT-VALUE})")
  private int warmUp = 30;

  private final PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Override
  public Integer call() throws Exception {
    Machine.facts().forEach((name, value) -> console.println(name + ": " + value));
    Path folder = parent.out().toAbsolutePath().resolve("impact-" + ProcessHandle.current().pid());
    Warehouse warehouse = new Warehouse(tables, layers);
    try (LineageHouse house = new LineageHouse(folder)) {
      house.stopService(); // it has made the tables
      long begun = System.nanoTime();
      new WarehouseRows(house).write(warehouse);
      console.printf("rows written: %.1f s%n", seconds(begun));
      begun = System.nanoTime();
      house.startService();
      awaitGraph(house.bean(LiveGraph.class));
      console.printf("service started and graph loaded from rows: %.1f s%n", seconds(begun));
      console.println(house.bean(LiveGraph.class).graph().summary());
      measure(house, warehouse);
    }
    return CommandLine.ExitCode.OK;
  }

  private static void awaitGraph(LiveGraph live) throws InterruptedException {
    long end = System.nanoTime() + LOADED.toNanos();
    while (live.loaded().isEmpty()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the graph is not loaded after " + LOADED);
      }
      Thread.sleep(50);
    }
  }

  private void measure(LineageHouse house, Warehouse warehouse) {
    Random random = new Random(7);
    List<Long> nanos = new ArrayList<>();
    List<Integer> columns = new ArrayList<>();
    console.printf("load before: %.1f%n", Machine.load());
    try (Failures all = new Failures(house.bootstrap())) {
      for (int i = -warmUp; i < failures; i++) {
        int made = warehouse.first() + random.nextInt(warehouse.tables() - warehouse.first());
        Failures.Told told = all.of(i % 2 == 0 ? made : warehouse.first() + made % WIDELY_READ);
        if (i >= 0) {
          nanos.add(told.nanos());
          columns.add(told.impact().getColumnsTotal());
        }
      }
    }
    columns.sort(null);
    Latencies took = new Latencies(nanos);
    console.println(
        "| failures | failure to impact p50 / p95 / most ms | columns reached p50 / most | load |");
    console.println("|---|---|---|---|");
    console.printf(
        "| %d | %.0f / %.0f / %.0f | %,d / %,d | %.1f |%n",
        failures,
        took.percentile(0.5),
        took.percentile(0.95),
        took.highest(),
        columns.get(columns.size() / 2),
        columns.getLast(),
        Machine.load());
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
