package io.weirworks.lineage.graph.adapter;

import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.graph.LineageGraph;
import io.weirworks.lineage.table.Location;
import io.weirworks.lineage.table.TableEvent;
import io.weirworks.lineage.table.Version;
import io.weirworks.lineage.table.Words;
import java.util.HashMap;
import java.util.Map;

/**
 * Datasets as their events alone make them, as far as a graph needs: all words, of which a row
 * keeps only so many, and where the files lie.
 */
final class FoldedEvents {

  private record Folded(Words words, Location location) {

    static final Folded NONE = new Folded(Words.NONE, Location.UNKNOWN);

    Folded with(TableEvent.Told told) {
      return new Folded(told.isWord() ? words(told) : words, location.with(told.update()));
    }

    private Words words(TableEvent.Told told) {
      Version version = words.version(told.version().hash()).orElse(told.version());
      Words after =
          words.with(told.update().writer(), version, told.update().by(), told.update().complete());
      return told.update().drops() ? after.withDrop(told.update().by()) : after;
    }
  }

  private final Map<String, Folded> datasets = new HashMap<>();

  /** One dataset's events come in their order. */
  void add(TableEvent.Told told) {
    String id = told.update().dataset().id();
    datasets.put(id, datasets.getOrDefault(id, Folded.NONE).with(told));
  }

  void into(LineageGraph graph) {
    datasets.forEach(
        (id, folded) ->
            graph.replace(
                id,
                folded.words,
                folded.location.path(folded.words.dropped()).map(DatasetRef::id).orElse(null)));
  }
}
