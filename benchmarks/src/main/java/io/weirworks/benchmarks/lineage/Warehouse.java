package io.weirworks.benchmarks.lineage;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.DatasetKind;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Flow;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.dataset.KnownBy;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.dataset.Writer;
import io.weirworks.lineage.table.TableEvent;
import io.weirworks.lineage.table.TableLineage;
import io.weirworks.lineage.table.TableUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A warehouse of layers: each table is made by a job of its own from three tables, mostly of the
 * layer before and now and then of any before. Few tables feed very many: the parent's place in its
 * layer is the cube of a uniform number. Each column has two direct sources and its share of the
 * table's indirect ones.
 *
 * @param tables in all layers
 * @param layers of equal size; the first has no edges
 */
record Warehouse(int tables, int layers) {

  static final int COLUMNS = 20;
  static final String WORKSPACE = "bench";
  static final String WORKFLOW = "warehouse";
  private static final int PARENTS = 3;
  private static final int EDGES = 105;
  private static final int KEYS = 4;

  private int layerSize() {
    return tables / layers;
  }

  static String table(int number) {
    return "warehouse.table_" + number;
  }

  static String column(int number) {
    return "column_" + number;
  }

  /** Tables that are made from others begin here. */
  int first() {
    return layerSize();
  }

  /**
   * A table as the word of the job that makes it leaves it.
   *
   * @param run a later one says half of it anew
   */
  TableLineage row(int table, int run) {
    TableUpdate update = update(table, run);
    return TableLineage.evolve(null, new TableEvent.Told(update, update.version(), false));
  }

  /** What that job's run says. */
  TableUpdate update(int table, int run) {
    Random random = new Random(table * 31L + run);
    int[] parents = parents(table, new Random(table));
    Map<String, ColumnEdge> edges = new LinkedHashMap<>();
    while (edges.size() < EDGES) {
      ColumnEdge edge = edge(table, parents, edges.size(), random);
      edges.putIfAbsent(edge.key(), edge);
    }
    List<TableEdge> tableEdges = new ArrayList<>();
    for (int parent : parents) {
      tableEdges.add(new TableEdge(dataset(parent), dataset(table)));
    }
    return new TableUpdate(
        dataset(table),
        new Writer(new Job(WORKSPACE, WORKFLOW + "." + node(table)), KnownBy.STATIC),
        by(table, run),
        true,
        List.of(),
        tableEdges,
        List.copyOf(edges.values()));
  }

  static Confirmation by(int table, int run) {
    return new Confirmation("run-" + run + "-" + table, 0, Instant.ofEpochSecond(run));
  }

  /** The node that makes a table. */
  static String node(int table) {
    return "make_" + table;
  }

  private int[] parents(int table, Random random) {
    int layer = Math.min(table / layerSize(), layers - 1);
    int[] parents = new int[PARENTS];
    for (int i = 0; i < PARENTS; i++) {
      int of = random.nextInt(10) == 0 ? random.nextInt(layer) : layer - 1;
      double place = Math.pow(random.nextDouble(), 3);
      parents[i] = of * layerSize() + (int) (place * layerSize());
    }
    return parents;
  }

  private static ColumnEdge edge(int table, int[] parents, int count, Random random) {
    boolean direct = count < 2 * COLUMNS;
    int parent = parents[random.nextInt(PARENTS)];
    return new ColumnEdge(
        table(parent),
        column(direct ? random.nextInt(COLUMNS) : random.nextInt(KEYS)),
        table(table),
        column(direct ? count % COLUMNS : random.nextInt(COLUMNS)),
        direct
            ? (random.nextBoolean() ? Flow.IDENTITY : Flow.TRANSFORMATION)
            : (random.nextBoolean() ? Flow.JOIN : Flow.FILTER),
        null,
        false);
  }

  private static DatasetRef dataset(int number) {
    return new DatasetRef(table(number), DatasetKind.TABLE, table(number));
  }
}
