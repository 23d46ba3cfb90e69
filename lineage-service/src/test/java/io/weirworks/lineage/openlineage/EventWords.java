package io.weirworks.lineage.openlineage;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Flow;
import io.weirworks.lineage.dataset.Symlink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What one OpenLineage event says of columns, read for a comparison: straight from its facets, so
 * that it holds the text against what Spark said and not against our reading of it.
 */
final class EventWords {
  private final JsonNode event;
  private final Map<String, DatasetRef> named = new HashMap<>();
  private final Map<String, String> tableOfPath;

  /**
   * @param tableOfPath tables by the path that their files are known to have; learns of this event
   */
  EventWords(JsonNode event, Map<String, String> tableOfPath) {
    this.event = event;
    this.tableOfPath = tableOfPath;
    event.path("inputs").forEach(this::id);
    event.path("outputs").forEach(this::id);
  }

  private DatasetRef named(JsonNode dataset) {
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
    DatasetRef ref = DatasetNames.openLineage(namespace, name, symlinks).orElseThrow();
    DatasetNames.openLineageLocation(namespace, name, symlinks)
        .ifPresent(files -> tableOfPath.put(files.id(), ref.id()));
    return ref;
  }

  private static String key(JsonNode dataset) {
    return dataset.path("namespace").asText() + "\n" + dataset.path("name").asText();
  }

  /**
   * The id of a dataset of the event, which says more where it is listed than where a column names
   * it; the files of a table that has a name are that table.
   */
  private String id(JsonNode dataset) {
    String id = named.computeIfAbsent(key(dataset), key -> named(dataset)).id();
    return tableOfPath.getOrDefault(id, id);
  }

  Set<String> ids(String side) {
    Set<String> ids = new HashSet<>();
    event.path(side).forEach(dataset -> ids.add(id(dataset)));
    return ids;
  }

  Set<Link> links() {
    Set<Link> links = new HashSet<>();
    for (JsonNode output : event.path("outputs")) {
      JsonNode facet = output.path("facets").path("columnLineage");
      facet
          .path("fields")
          .properties()
          .forEach(
              field ->
                  field
                      .getValue()
                      .path("inputFields")
                      .forEach(input -> add(input, output, field.getKey(), links)));
      facet.path("dataset").forEach(input -> add(input, output, Link.ROWS, links));
    }
    return links;
  }

  private void add(JsonNode input, JsonNode output, String column, Set<Link> links) {
    for (JsonNode transformation : input.path("transformations")) {
      Flow flow = Flow.valueOf(transformation.path("subtype").asText());
      if (!(column.equals(Link.ROWS) && flow.direct())) { // values flow into columns only
        links.add(
            new Link(
                id(input),
                input.path("field").asText().toLowerCase(Locale.ROOT),
                id(output),
                column.toLowerCase(Locale.ROOT),
                flow));
      }
    }
  }
}
