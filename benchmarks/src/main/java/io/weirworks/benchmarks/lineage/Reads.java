package io.weirworks.benchmarks.lineage;

import io.weirworks.benchmarks.measure.Latencies;
import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.graph.ColumnNode;
import io.weirworks.lineage.graph.Direction;
import io.weirworks.lineage.graph.Following;
import io.weirworks.lineage.graph.LineageGraph;
import io.weirworks.lineage.impact.Cause;
import io.weirworks.lineage.impact.Impact;
import io.weirworks.lineage.impact.ImpactAssessment;
import io.weirworks.lineage.impact.Surroundings;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * Reads of columns chosen at random, the same ones each time; a row of the table for each kind. By
 * the wall, and by the thread's own CPU time, so that other load does not count.
 */
final class Reads {

  /** Deeper than any warehouse. */
  static final int ALL = 1_000;

  private static final int LISTED = 10_000;
  private static final int WARM_UP = 50;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final int count;
  private final Consumer<String> report;

  Reads(int count, Consumer<String> report) {
    this.count = count;
    this.report = report;
  }

  /** As the HTTP read asks: edges, so many at most. */
  void listed(LineageGraph graph, Warehouse warehouse, Direction direction, int depth) {
    measure(
        direction + ", edges listed, at most 10,000",
        depth,
        warehouse,
        node -> graph.columns(node, direction, Following.ALL, depth, LISTED).edges().size());
  }

  /** As an impact asks: all columns that are reached. */
  void whole(LineageGraph graph, Warehouse warehouse, Direction direction, int depth) {
    measure(
        direction + ", all columns",
        depth,
        warehouse,
        node -> graph.reach(List.of(node), direction, Following.ALL, depth).columns());
  }

  /** What a job that fails leaves undone, without what other services know of jobs. */
  void impact(LineageGraph graph, Warehouse warehouse) {
    ImpactAssessment assessment = new ImpactAssessment(graph, new NobodyElse());
    Impact.Subject subject = new Impact.Subject("", "", Cause.NODE_FAILED, null);
    measure(
        "impact of a table",
        ALL,
        warehouse,
        node ->
            assessment
                .assess(
                    subject, List.of(new ColumnNode(node.dataset(), ColumnEdge.ANY)), Instant.EPOCH)
                .columns()
                .total());
  }

  private record NobodyElse() implements Surroundings {

    @Override
    public List<Impact.Instance> notStarted(Collection<Job> jobs, int most) {
      return List.of();
    }

    @Override
    public Map<Job, String> owners(Collection<Job> jobs) {
      return Map.of();
    }

    @Override
    public List<Impact.Baseline> baselines(Collection<Job> jobs) {
      return List.of();
    }
  }

  void measure(String name, int depth, Warehouse warehouse, ToIntFunction<ColumnNode> read) {
    Random random = new Random(7);
    List<Long> nanos = new ArrayList<>();
    List<Long> cpu = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    for (int i = -WARM_UP; i < count; i++) {
      ColumnNode node = column(warehouse, random);
      long begun = System.nanoTime();
      long cpuBegun = THREADS.getCurrentThreadCpuTime();
      int size = read.applyAsInt(node);
      if (i >= 0) {
        nanos.add(System.nanoTime() - begun);
        cpu.add(THREADS.getCurrentThreadCpuTime() - cpuBegun);
        sizes.add(size);
      }
    }
    sizes.sort(null);
    Latencies took = new Latencies(nanos);
    report.accept(
        String.format(
            Locale.ROOT,
            "| %s | %s | %.2f | %.2f | %.2f | %.2f | %,d | %,d |",
            name.toLowerCase(Locale.ROOT),
            depth == ALL ? "all" : depth,
            took.percentile(0.5),
            took.percentile(0.95),
            took.highest(),
            new Latencies(cpu).percentile(0.95),
            sizes.get(sizes.size() / 2),
            sizes.getLast()));
  }

  private static ColumnNode column(Warehouse warehouse, Random random) {
    return new ColumnNode(
        Warehouse.table(random.nextInt(warehouse.tables())),
        Warehouse.column(random.nextInt(Warehouse.COLUMNS)));
  }
}
