package io.weirworks.lineage.impact;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.graph.ColumnNode;
import io.weirworks.lineage.graph.Direction;
import io.weirworks.lineage.graph.Following;
import io.weirworks.lineage.graph.LineageGraph;
import io.weirworks.lineage.graph.Reachable;
import io.weirworks.lineage.impact.Impact.Column;
import io.weirworks.lineage.impact.Impact.Owned;
import io.weirworks.lineage.impact.Impact.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what depends on something (DESIGN 7). Pure but for what {@link Surroundings} looks up. All
 * edges are followed, indirect ones too: rows that a broken filter chose are broken.
 */
public final class ImpactAssessment {

  /** Bounds of the lists: together they stay below the topic's 4 MiB. */
  static final int MOST_TABLES = 500;

  static final int MOST_COLUMNS = 1_000;
  static final int MOST_JOBS = 500;
  static final int MOST_INSTANCES = 500;
  static final int MOST_BASELINES = 200;

  private static final Comparator<Job> BY_NAME =
      Comparator.comparing(Job::namespace).thenComparing(Job::name);

  private final LineageGraph graph;
  private final Surroundings surroundings;

  public ImpactAssessment(LineageGraph graph, Surroundings surroundings) {
    this.graph = graph;
    this.surroundings = surroundings;
  }

  /** What a job's node writes is what its words lead to now: what it wrote before. */
  public List<ColumnNode> writtenBy(Job job) {
    return graph.writtenBy(job).stream().map(ImpactAssessment::whole).toList();
  }

  /**
   * What a name of people means: a dataset that the graph knows, else a column of one.
   *
   * @param dataset id of the dataset of that name
   * @param owner id of the dataset of the name without its last part; null: it has one part
   * @param column last part of the name, lower case
   */
  public Optional<ColumnNode> named(String dataset, @Nullable String owner, String column) {
    if (graph.knows(dataset)) {
      return Optional.of(whole(dataset));
    }
    return owner != null && graph.knows(owner)
        ? Optional.of(new ColumnNode(owner, column))
        : Optional.empty();
  }

  private static ColumnNode whole(String dataset) {
    return new ColumnNode(dataset, ColumnEdge.ANY);
  }

  /** What depends on these columns; {@link ColumnEdge#ANY} stands for a whole dataset. */
  public Impact assess(Impact.Subject subject, List<ColumnNode> origins, Instant now) {
    List<ColumnNode> datasets =
        origins.stream().filter(node -> node.column().equals(ColumnEdge.ANY)).toList();
    List<Reachable.Dataset> byColumns = downstream(origins, Following.ALL);
    Map<String, Integer> depths = new LinkedHashMap<>();
    Stream.concat(downstream(datasets, Following.TABLES).stream(), byColumns.stream())
        .forEach(reached -> depths.merge(reached.id(), reached.depth(), Math::min));
    origins.forEach(origin -> depths.remove(origin.dataset()));
    Set<String> whole = datasets.stream().map(ColumnNode::dataset).collect(Collectors.toSet());
    List<Reachable.Dataset> behind =
        byColumns.stream().filter(reached -> !whole.contains(reached.id())).toList();
    return assessed(subject, origins, tables(depths), columns(behind), now);
  }

  private List<Reachable.Dataset> downstream(List<ColumnNode> starts, Following following) {
    return graph.reach(starts, Direction.DOWNSTREAM, following, Integer.MAX_VALUE).datasets();
  }

  /** Only those that are shown are named: there may be hundreds of thousands. */
  private static Bounded<Column> columns(List<Reachable.Dataset> reached) {
    List<Column> shown =
        reached.stream()
            .flatMap(dataset -> dataset.columns().map(column -> column(dataset, column)))
            .limit(MOST_COLUMNS)
            .toList();
    return new Bounded<>(shown, reached.stream().mapToInt(Reachable.Dataset::columnCount).sum());
  }

  private static Column column(Reachable.Dataset dataset, Reachable.Column column) {
    return new Column(new ColumnNode(dataset.id(), column.name()), column.depth());
  }

  private static List<Table> tables(Map<String, Integer> depths) {
    return depths.entrySet().stream()
        .map(entry -> new Table(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt(Table::depth))
        .toList();
  }

  private Impact assessed(
      Impact.Subject subject,
      List<ColumnNode> origins,
      List<Table> tables,
      Bounded<Column> columns,
      Instant now) {
    Set<Job> writers = graph.writers(tables.stream().map(Table::dataset).toList());
    Bounded<Job> jobs =
        new Bounded<>(writers.stream().sorted(BY_NAME).limit(MOST_JOBS).toList(), writers.size());
    Map<Job, String> owners = surroundings.owners(jobs.shown());
    return new Impact(
        subject,
        Bounded.of(origins, MOST_TABLES),
        Bounded.of(tables, MOST_TABLES),
        columns,
        new Bounded<>(
            jobs.shown().stream().map(job -> new Owned(job, owners.get(job))).toList(),
            jobs.total()),
        Bounded.of(surroundings.notStarted(jobs.shown(), MOST_INSTANCES + 1), MOST_INSTANCES),
        Bounded.of(surroundings.baselines(jobs.shown()), MOST_BASELINES),
        now);
  }
}
