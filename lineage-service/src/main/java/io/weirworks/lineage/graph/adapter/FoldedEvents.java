package io.weirworks.lineage.graph.adapter;

import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.graph.LineageGraph;
import io.weirworks.lineage.table.TableEvent;
import io.weirworks.lineage.table.TableLineage;
import io.weirworks.lineage.table.Version;
import io.weirworks.lineage.table.Words;
import java.util.HashMap;
import java.util.Map;

/**
 * Datasets as their events alone make them. Words are folded beside the dataset: its row keeps only
 * so many of them, the graph has all that are current.
 */
final class FoldedEvents {

  private record Folded(TableLineage row, Words words) {}

  private final Map<String, Folded> datasets = new HashMap<>();

  /** One dataset's events come in their order. */
  void add(TableEvent.Told told) {
    String id = told.update().dataset().id();
    Folded before = datasets.get(id);
    TableLineage row = TableLineage.evolve(before == null ? null : before.row, told);
    datasets.put(id, new Folded(row, words(before == null ? Words.NONE : before.words, told)));
  }

  private static Words words(Words before, TableEvent.Told told) {
    if (!told.isWord()) {
      return before;
    }
    Version version = before.version(told.version().hash()).orElse(told.version());
    Words after =
        before.with(told.update().writer(), version, told.update().by(), told.update().complete());
    return told.update().drops() ? after.withDrop(told.update().by()) : after;
  }

  LineageGraph graph() {
    LineageGraph graph = new LineageGraph();
    datasets.forEach(
        (id, folded) ->
            graph.replace(id, folded.words, folded.row.path().map(DatasetRef::id).orElse(null)));
    return graph;
  }
}
