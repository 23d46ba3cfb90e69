package io.weirworks.benchmarks.lineage;

import io.weirworks.benchmarks.BenchmarksApplication;
import io.weirworks.benchmarks.measure.Machine;
import io.weirworks.lineage.graph.LineageGraph;
import io.weirworks.lineage.table.TableEvent;
import io.weirworks.lineage.table.TableLineage;
import io.weirworks.lineage.table.TableUpdate;
import io.weirworks.lineage.table.Version;
import io.weirworks.lineage.table.adapter.TableKind;
import io.weirworks.schemas.Service;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The graph folded from its topic alone, beside the same graph made in memory. */
@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    description =
        "Measures how fast the graph is rebuilt from events (P13), through"
            + " GET /lineage/graph/rebuilt, and compares its hash.")
public final class RebuildCommand implements Callable<Integer> {

  private static final int LAYERS = 20;

  @ParentCommand private BenchmarksApplication parent = new BenchmarksApplication();

  @Option(names = "--tables", description = "of 108 edges each (${DEFAULT-VALUE})")
  private int tables = 10_000;

  @Option(
      names = "--runs",
      description = "of each table's job; all but the first say what is known (${DEFAULT-VALUE})")
  private int runs = 200;

  @Option(names = "--rounds", description = "how often it is rebuilt (${DEFAULT-VALUE})")
  private int rounds = 3;

  private final PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Override
  public Integer call() throws Exception {
    Machine.facts().forEach((name, value) -> console.println(name + ": " + value));
    Path folder = parent.out().toAbsolutePath().resolve("rebuild-" + ProcessHandle.current().pid());
    try (LineageHouse house = new LineageHouse(folder)) {
      house.stopService(); // it has made the topics
      LineageGraph made = told(house);
      house.startService();
      String expected = HexFormat.of().toHexDigits(made.summary().hash());
      console.println(made.summary());
      console.println("| events | seconds | events/s | hash | as made in memory | load |");
      console.println("|---|---|---|---|---|---|");
      boolean same = true;
      for (int round = 0; round < rounds; round++) {
        long begun = System.nanoTime();
        String hash = house.hash("/lineage/graph/rebuilt");
        print((System.nanoTime() - begun) / 1e9, hash, expected);
        same &= hash.equals(expected);
      }
      return same ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }

  private Warehouse warehouse() {
    return new Warehouse(tables, LAYERS);
  }

  /** All events, and the graph that they should give. */
  private LineageGraph told(LineageHouse house) {
    Warehouse warehouse = warehouse();
    LineageGraph graph = new LineageGraph();
    try (Teller teller = new Teller(house.bootstrap())) {
      for (int table = warehouse.first(); table < warehouse.tables(); table++) {
        TableUpdate first = warehouse.update(table, 1);
        TableEvent.Told told = new TableEvent.Told(first, first.version(), false);
        TableLineage row = TableLineage.evolve(null, told);
        tell(teller, row, told, 1);
        for (int run = 2; run <= runs; run++) {
          TableEvent.Told again = again(told, table, run);
          tell(teller, row, again, run);
          row = TableLineage.evolve(row, again);
        }
        graph.replace(row.dataset().id(), row.words(), null);
      }
      teller.flush();
    }
    return graph;
  }

  private static void tell(Teller teller, TableLineage row, TableEvent.Told told, int sequence) {
    String dataset = row.dataset().id();
    teller.tell(Service.LINEAGE, dataset, dataset, sequence, TableKind.TABLE.event(row, told));
  }

  private static TableEvent.Told again(TableEvent.Told first, int table, int run) {
    TableUpdate said = first.update();
    return new TableEvent.Told(
        new TableUpdate(
            said.dataset(),
            said.writer(),
            Warehouse.by(table, run),
            true,
            List.of(),
            List.of(),
            List.of()),
        Version.named(first.version().hash()),
        true);
  }

  private void print(double seconds, String hash, String expected) {
    long events = (long) (tables - warehouse().first()) * runs;
    console.printf(
        "| %,d | %.1f | %,.0f | %s | %s | %.1f |%n",
        events,
        seconds,
        events / seconds,
        hash,
        hash.equals(expected) ? "the same" : "NOT the same: " + expected,
        Machine.load());
  }
}
