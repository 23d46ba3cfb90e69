package io.weirworks.lineage.openlineage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Symlink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What one event says, the files of a table that some event names by both taken for that table. */
final class EventWords {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EngineEvent event;
  private final Map<String, String> tableOfPath;

  /**
   * @param tableOfPath table by the path that its files are known to have; learns of this event
   */
  EventWords(String line, Map<String, String> tableOfPath)
      throws NotAnEventException, JsonProcessingException {
    this.event = ((OpenLineageEvent.OfRun) EventReader.read(line)).event();
    this.tableOfPath = tableOfPath;
    JsonNode json = JSON.readTree(line);
    json.path("inputs").forEach(this::learn);
    json.path("outputs").forEach(this::learn);
  }

  private void learn(JsonNode dataset) {
    List<Symlink> symlinks = new ArrayList<>();
    for (JsonNode one : dataset.path("facets").path("symlinks").path("identifiers")) {
      symlinks.add(
          new Symlink(
              one.path("namespace").asText(),
              one.path("name").asText(),
              one.path("type").asText()));
    }
    String namespace = dataset.path("namespace").asText();
    String name = dataset.path("name").asText();
    DatasetRef table = DatasetNames.openLineage(namespace, name, symlinks).orElseThrow();
    DatasetNames.openLineageLocation(namespace, name, symlinks)
        .ifPresent(files -> tableOfPath.put(files.id(), table.id()));
  }

  private String named(String id) {
    return tableOfPath.getOrDefault(id, id);
  }

  private Set<String> named(List<DatasetRef> datasets) {
    return datasets.stream().map(one -> named(one.id())).collect(Collectors.toSet());
  }

  Set<String> inputs() {
    return named(event.inputs());
  }

  Set<String> outputs() {
    return named(event.outputs());
  }

  Set<Link> links() {
    return event.columnEdges().stream()
        .map(
            edge ->
                new Link(
                    named(edge.sourceDataset()),
                    edge.sourceColumn(),
                    named(edge.targetDataset()),
                    Objects.requireNonNullElse(edge.targetColumn(), Link.ROWS),
                    edge.flow()))
        .collect(Collectors.toSet());
  }
}
