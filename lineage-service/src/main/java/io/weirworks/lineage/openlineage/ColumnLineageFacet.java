package io.weirworks.lineage.openlineage;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Flow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The {@code columnLineage} facet of an output: {@code fields} says what each column was made from,
 * {@code dataset} what decided about all of them.
 */
final class ColumnLineageFacet {

  private final DatasetRef target;
  private final EventDatasets datasets;
  private final Map<String, ColumnEdge> edges = new LinkedHashMap<>();

  private ColumnLineageFacet(DatasetRef target, EventDatasets datasets) {
    this.target = target;
    this.datasets = datasets;
  }

  static List<ColumnEdge> edges(JsonNode output, DatasetRef target, EventDatasets datasets) {
    JsonNode facet = output.path("facets").path("columnLineage");
    ColumnLineageFacet reading = new ColumnLineageFacet(target, datasets);
    facet
        .path("fields")
        .properties()
        .forEach(
            field -> {
              String column = field.getKey().toLowerCase(Locale.ROOT);
              Set<Flow> otherwise = Transformations.ofField(field.getValue());
              for (JsonNode input : field.getValue().path("inputFields")) {
                reading.add(input, column, otherwise);
              }
            });
    facet.path("dataset").forEach(input -> reading.add(input, null, Set.of(Flow.FILTER)));
    return new ArrayList<>(reading.edges.values());
  }

  private void add(JsonNode input, @Nullable String column, Set<Flow> otherwise) {
    String field = input.path("field").asText().toLowerCase(Locale.ROOT);
    DatasetRef source = datasets.named(input).orElse(null);
    if (field.isBlank() || source == null) {
      return;
    }
    for (Flow flow : Transformations.read(input.path("transformations"), otherwise)) {
      if (column == null && flow.direct()) {
        continue; // values flow into a column, never into the dataset as a whole
      }
      ColumnEdge edge = new ColumnEdge(source.id(), field, target.id(), column, flow, null, false);
      edges.putIfAbsent(edge.key(), edge);
    }
  }
}
