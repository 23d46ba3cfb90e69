package io.weirworks.benchmarks.lineage;

import static io.weirworks.lineage.graph.Direction.DOWNSTREAM;
import static io.weirworks.lineage.graph.Direction.UPSTREAM;

import io.weirworks.benchmarks.BenchmarksApplication;
import io.weirworks.benchmarks.measure.Machine;
import io.weirworks.infra.database.DatabaseSettings;
import io.weirworks.infra.database.EmbeddedDatabase;
import io.weirworks.lineage.graph.ColumnNode;
import io.weirworks.lineage.graph.Direction;
import io.weirworks.lineage.graph.GraphSummary;
import io.weirworks.lineage.graph.LineageGraph;
import io.weirworks.lineage.table.TableLineage;
import io.weirworks.lineage.table.Word;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Reads and updates of a large graph in memory, and of a small one beside SQL. */
@Command(
    name = "lineage",
    mixinStandardHelpOptions = true,
    description = "Measures the lineage graph of a synthetic warehouse (P12); prints Markdown.")
public final class LineageCommand implements Callable<Integer> {

  @ParentCommand private BenchmarksApplication parent = new BenchmarksApplication();

  @Option(names = "--tables", description = "of 20 columns and 105 edges each (${DEFAULT-VALUE})")
  private int tables = 50_000;

  @Option(names = "--layers", description = "of the warehouse (${DEFAULT-VALUE})")
  private int layers = 20;

  @Option(names = "--reads", description = "of each kind (${DEFAULT-VALUE})")
  private int reads = 300;

  @Option(names = "--sql-tables", description = "of the smaller one (${DEFAULT-VALUE})")
  private int sqlTables = 2_000;

  private final PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Override
  public Integer call() throws SQLException {
    Machine.facts().forEach((name, value) -> print("%s: %s".formatted(name, value)));
    print("load before: %.1f".formatted(Machine.load()));
    Warehouse warehouse = new Warehouse(tables, layers);
    LineageGraph graph = measuredLoad(warehouse);
    Reads read = new Reads(reads, console::println);
    print("| read | depth | p50 ms | p95 ms | most ms | p95 CPU ms | reached p50 | reached most |");
    print("|---|---|---|---|---|---|---|---|");
    for (int depth : List.of(3, 10, Reads.ALL)) {
      for (Direction direction : List.of(UPSTREAM, DOWNSTREAM)) {
        read.listed(graph, warehouse, direction, depth);
        read.whole(graph, warehouse, direction, depth);
      }
    }
    read.impact(graph, warehouse);
    measuredAgain(graph, warehouse);
    besideSql(new Warehouse(sqlTables, layers), read);
    print("load after: %.1f".formatted(Machine.load()));
    return CommandLine.ExitCode.OK;
  }

  private LineageGraph measuredLoad(Warehouse warehouse) {
    long before = usedHeap();
    LineageGraph graph = new LineageGraph();
    double seconds = apply(graph, warehouse, warehouse.first(), warehouse.tables(), 1);
    long bytes = usedHeap() - before;
    long begun = System.nanoTime();
    GraphSummary summary = graph.summary();
    double hashed = (System.nanoTime() - begun) / 1e9;
    long edges = summary.columnEdges() + summary.tableEdges();
    print("%s".formatted(summary));
    print("load: %.1f s, %,.0f edges/s; hash %.2f s".formatted(seconds, edges / seconds, hashed));
    print(
        "heap: %,d MiB, %.1f bytes an edge, names included"
            .formatted(bytes >> 20, 1.0 * bytes / edges));
    return graph;
  }

  /** Seconds of applying alone: making the words is left out. */
  private static double apply(LineageGraph graph, Warehouse warehouse, int from, int to, int run) {
    long nanos = 0;
    List<TableLineage> rows = new ArrayList<>();
    for (int table = from; table < to; table++) {
      rows.add(warehouse.row(table, run));
      if (rows.size() == 500 || table == to - 1) {
        long begun = System.nanoTime();
        rows.forEach(row -> replace(graph, row));
        nanos += System.nanoTime() - begun;
        rows.clear();
      }
    }
    return nanos / 1e9;
  }

  private static void replace(LineageGraph graph, TableLineage row) {
    graph.replace(row.dataset().id(), row.words(), null);
  }

  private void measuredAgain(LineageGraph graph, Warehouse warehouse) {
    int from = warehouse.tables() / 2;
    int to = Math.min(from + 5_000, warehouse.tables());
    double seconds = apply(graph, warehouse, from, to, 2);
    print("newer complete words: %,.0f edges/s".formatted((to - from) * 108 / seconds));
  }

  private void besideSql(Warehouse small, Reads read) throws SQLException {
    Path folder = parent.out().toAbsolutePath().resolve("lineage-" + ProcessHandle.current().pid());
    EmbeddedDatabase database = new EmbeddedDatabase(folder, DatabaseSettings.standard());
    Runtime.getRuntime().addShutdownHook(new Thread(database::discard, "database-ends"));
    database.start();
    database.createSchema("lineage");
    try (Connection connection =
        DriverManager.getConnection(
            database.jdbcUrl("lineage"), database.user(), database.password())) {
      SqlSearch sql = new SqlSearch(connection);
      LineageGraph graph = new LineageGraph();
      sql.create();
      connection.setAutoCommit(false);
      for (int table = small.first(); table < small.tables(); table++) {
        TableLineage row = small.row(table, 1);
        replace(graph, row);
        for (Word word : row.words().current()) {
          sql.add(word);
        }
      }
      connection.commit();
      print("%,d tables: %s".formatted(small.tables(), graph.summary()));
      for (int depth : List.of(3, 10)) {
        read.measure("SQL, downstream", depth, small, node -> searched(sql, node, depth));
        read.whole(graph, small, DOWNSTREAM, depth);
      }
    }
  }

  private static int searched(SqlSearch sql, ColumnNode node, int depth) {
    try {
      return sql.downstream(node.dataset() + "." + node.column(), depth);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long usedHeap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private void print(String line) {
    console.println(line);
  }
}
