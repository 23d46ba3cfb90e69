package io.weirworks.lineage.graph.adapter;

import io.weirworks.lineage.graph.LineageGraph;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The graph that reads are answered from, and how far it has read. While a follower that failed
 * begins anew, reads are answered from what was read before.
 */
@Singleton
public final class LiveGraph {

  /**
   * How far the events have been read.
   *
   * @param positions next offset by partition
   * @param behind records that are there and not read, as far as the broker has told
   */
  record Progress(Map<Integer, Long> positions, long behind) {

    Progress {
      positions = new TreeMap<>(positions);
    }

    /** With that of a reader of other partitions. */
    Progress and(Progress other) {
      Map<Integer, Long> all = new TreeMap<>(positions);
      all.putAll(other.positions);
      return new Progress(all, behind + other.behind);
    }
  }

  private volatile @Nullable LineageGraph graph;
  private volatile Progress progress = new Progress(Map.of(), 0);
  private volatile String trouble = "the graph is being loaded";

  /**
   * @throws RefusedReadException with status 503 until it is loaded
   */
  public LineageGraph graph() {
    return loaded().orElseThrow(() -> RefusedReadException.loading(trouble));
  }

  /** For deciding, which must not fail because of it: empty until it is loaded. */
  public Optional<LineageGraph> loaded() {
    return Optional.ofNullable(graph);
  }

  Progress progress() {
    return progress;
  }

  /** Why it does not follow the events now; empty where it does. */
  Optional<String> trouble() {
    return trouble.isEmpty() ? Optional.empty() : Optional.of(trouble);
  }

  void follows(LineageGraph loaded) {
    graph = loaded;
    trouble = "";
  }

  void hasRead(Progress until) {
    progress = until;
  }

  void failed(String why) {
    trouble = why;
  }
}
