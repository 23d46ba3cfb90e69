package io.weirworks.lineage.graph;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The datasets of a graph by id and by number. They are never removed; one thread adds. */
final class Datasets {

  private final Map<String, GraphDataset> byId = new ConcurrentHashMap<>();
  private volatile GraphDataset[] byNumber = new GraphDataset[1_024];

  Optional<GraphDataset> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * @throws IllegalStateException where there are as many as an edge can name
   */
  GraphDataset named(String id) {
    GraphDataset known = byId.get(id);
    if (known != null) {
      return known;
    }
    int number = byId.size();
    if (number == PackedEdge.MOST_DATASETS) {
      throw new IllegalStateException("the graph holds " + number + " datasets, no room for " + id);
    }
    GraphDataset[] all = byNumber;
    if (number == all.length) {
      all = Arrays.copyOf(all, number * 2);
    }
    GraphDataset fresh = new GraphDataset(number, id);
    all[number] = fresh;
    byNumber = all;
    byId.put(id, fresh);
    return fresh;
  }

  GraphDataset numbered(int number) {
    return byNumber[number];
  }

  int count() {
    return byId.size();
  }

  Stream<GraphDataset> all() {
    return byId.values().stream();
  }
}
