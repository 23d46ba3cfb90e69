package io.weirworks.lineage.openlineage;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Located;
import io.weirworks.lineage.dataset.Symlink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The datasets of one event. A column names its dataset by namespace and name alone; the symlinks
 * that say which table that is stand where the event lists the dataset (lineage 5).
 */
final class EventDatasets {

  private record Name(String namespace, String name) {}

  private final Map<Name, List<Symlink>> symlinks = new HashMap<>();
  private final Map<Name, Optional<DatasetRef>> refs = new HashMap<>();

  private EventDatasets() {}

  static EventDatasets of(JsonNode event) {
    EventDatasets datasets = new EventDatasets();
    event.path("inputs").forEach(datasets::learn);
    event.path("outputs").forEach(datasets::learn);
    return datasets;
  }

  private void learn(JsonNode dataset) {
    JsonNode identifiers = dataset.path("facets").path("symlinks").path("identifiers");
    for (JsonNode identifier : identifiers) {
      symlinks
          .computeIfAbsent(name(dataset), n -> new ArrayList<>())
          .add(
              new Symlink(
                  identifier.path("namespace").asText(),
                  identifier.path("name").asText(),
                  identifier.path("type").asText()));
    }
  }

  /** The dataset that a node with namespace and name means; empty where it has no name. */
  Optional<DatasetRef> named(JsonNode node) {
    return refs.computeIfAbsent(
        name(node),
        n ->
            n.name().isBlank()
                ? Optional.empty()
                : DatasetNames.openLineage(
                    n.namespace(), n.name(), symlinks.getOrDefault(n, List.of())));
  }

  /** Where the files of those lie that the event names as tables, too. */
  List<Located> locations() {
    List<Located> all = new ArrayList<>();
    symlinks.forEach(
        (name, links) ->
            DatasetNames.openLineage(name.namespace(), name.name(), links)
                .ifPresent(
                    table ->
                        DatasetNames.openLineageLocation(name.namespace(), name.name(), links)
                            .ifPresent(files -> all.add(new Located(table.id(), files)))));
    return all;
  }

  private static Name name(JsonNode node) {
    return new Name(node.path("namespace").asText(), node.path("name").asText());
  }
}
