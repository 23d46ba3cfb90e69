package io.weirworks.lineage.graph;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.table.Word;
import io.weirworks.lineage.table.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All current edges in memory, for reads that go over many datasets. Datasets and columns are
 * numbers and edges arrays of primitives, both ways; they lie with their target. Which words are
 * current is said in {@code Words} alone.
 *
 * <p>One thread writes. Readers take no lock: a dataset's edges are replaced as a whole (copy on
 * write), so a reader sees each dataset as it was after some event, and two datasets of one run as
 * the topic tells them, one after the other.
 */
public final class LineageGraph {

  private final Datasets datasets = new Datasets();
  private final WordPacking packing = new WordPacking(datasets);
  private final Map<Job, Set<String>> written = new ConcurrentHashMap<>();
  private final Map<String, String> locations = new HashMap<>();

  /**
   * What a dataset is made from now.
   *
   * @param words of which those that count are taken, edges into the dataset only
   * @param path where its files lie: who names the one means the other; null: not known
   */
  public synchronized void replace(String dataset, Words words, @Nullable String path) {
    List<Word> current = words.writing();
    GraphDataset target = datasets.named(dataset);
    Inflow before = target.inflow();
    Inflow after = new Inflow(current.stream().map(word -> packing.packed(target, word)).toList());
    int[] sources = after.sources();
    for (int source : sources) {
      datasets.numbered(source).leadsTo(target.number);
    }
    target.replace(after);
    for (int source : before.sources()) {
      if (Arrays.binarySearch(sources, source) < 0) {
        datasets.numbered(source).leadsNoMoreTo(target.number);
      }
    }
    for (Word word : current) {
      written
          .computeIfAbsent(word.saidBy().writer().job(), job -> ConcurrentHashMap.newKeySet())
          .add(dataset);
    }
    locate(target, path);
  }

  private void locate(GraphDataset table, @Nullable String path) {
    String before = path == null ? locations.remove(table.id) : locations.put(table.id, path);
    if (before != null && !before.equals(path)) {
      GraphDataset files = datasets.named(before);
      files.noMoreNamed(table.number);
      table.noMoreNamed(files.number);
    }
    if (path != null) {
      GraphDataset files = datasets.named(path);
      files.alsoNamed(table.number);
      table.alsoNamed(files.number);
    }
  }

  /** Edges between datasets, at most so many steps and so many edges. */
  public Steps<TableStep> tables(String dataset, Direction direction, int depth, int most) {
    return follow(dataset, ColumnEdge.ANY, direction, Following.TABLES, depth, most)
        .shown(
            (target, edge, by, step) ->
                new TableStep(
                    datasets.numbered(PackedEdge.sourceDataset(edge)).id, target.id, by, step));
  }

  /** Edges between columns, at most so many steps and so many edges. */
  public Steps<ColumnStep> columns(
      ColumnNode start, Direction direction, Following following, int depth, int most) {
    return follow(start.dataset(), start.column(), direction, following, depth, most)
        .shown(this::columnStep);
  }

  private EdgeCollection follow(
      String dataset,
      String column,
      Direction direction,
      Following following,
      int depth,
      int most) {
    Wave wave = new Wave(datasets, direction, following);
    datasets.find(dataset).ifPresent(start -> wave.start(start, column));
    return new EdgeCollection(most).follow(wave, depth);
  }

  private ColumnStep columnStep(GraphDataset target, long edge, Confirmation by, int depth) {
    GraphDataset source = datasets.numbered(PackedEdge.sourceDataset(edge));
    String name = source.columns().name(PackedEdge.sourceColumn(edge));
    return new ColumnStep(
        new ColumnEdge(
            source.id,
            name == null ? ColumnEdge.ANY : name,
            target.id,
            target.columns().name(PackedEdge.targetColumn(edge)),
            PackedEdge.flowOf(edge),
            null,
            false),
        by,
        depth);
  }

  /**
   * The shortest ways by which one column came to another.
   *
   * @param longest steps at most
   * @param most ways at most
   */
  public ColumnPaths paths(
      ColumnNode from, ColumnNode to, Following following, int longest, int most) {
    Wave wave = new Wave(datasets, Direction.UPSTREAM, following);
    datasets.find(to.dataset()).ifPresent(start -> wave.start(start, to.column()));
    return new PathSearch(from, this::columnStep).to(wave, longest, most);
  }

  /** All columns, or datasets, that are reached from these in so many steps. */
  public Reachable reach(
      List<ColumnNode> starts, Direction direction, Following following, int depth) {
    Wave wave = new Wave(datasets, direction, following);
    for (ColumnNode node : starts) {
      datasets.find(node.dataset()).ifPresent(start -> wave.start(start, node.column()));
    }
    return Reachable.of(wave, depth);
  }

  /** Whose current words say what a dataset is made from. */
  public Set<Job> writers(String dataset) {
    return writers(List.of(dataset));
  }

  /** The same of any of these datasets. */
  public Set<Job> writers(Collection<String> ids) {
    Set<Job> writers = new HashSet<>();
    for (String id : ids) {
      GraphDataset dataset = datasets.find(id).orElse(null);
      if (dataset != null) {
        dataset.inflow().contributions().forEach(said -> writers.add(said.writer().job()));
      }
    }
    return writers;
  }

  /** Datasets that the job's current words lead to, in the order of their ids. */
  public List<String> writtenBy(Job job) {
    List<String> current = new ArrayList<>();
    for (String id : written.getOrDefault(job, Set.of())) {
      if (writers(id).contains(job)) {
        current.add(id);
      }
    }
    return current.stream().sorted().toList();
  }

  /** Jobs of which a word is current, each with its latest. */
  public Map<Job, Confirmation> jobs() {
    Map<Job, Confirmation> latest = new HashMap<>();
    datasets
        .all()
        .flatMap(dataset -> dataset.inflow().contributions().stream())
        .forEach(said -> latest.merge(said.writer().job(), said.by(), Confirmation::later));
    return latest;
  }

  public boolean knows(String dataset) {
    return datasets.find(dataset).isPresent();
  }

  /** Reads each edge once. */
  public GraphSummary summary() {
    return GraphSummary.of(datasets);
  }
}
