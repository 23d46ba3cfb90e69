package io.weirworks.lineage.openlineage;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.lineage.dataset.Flow;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The transformations of the {@code columnLineage} facet as flows. A subtype that nobody knows is
 * read as the widest of its type: {@link Flow#TRANSFORMATION} where values flow, {@link
 * Flow#FILTER} where they do not.
 */
final class Transformations {

  private Transformations() {}

  /**
   * @param otherwise what holds where no transformation is told
   */
  static Set<Flow> read(JsonNode transformations, Set<Flow> otherwise) {
    Set<Flow> flows = EnumSet.noneOf(Flow.class);
    for (JsonNode transformation : transformations) {
      boolean direct = !transformation.path("type").asText().equalsIgnoreCase("INDIRECT");
      flows.add(flow(direct, transformation.path("subtype").asText().toUpperCase(Locale.ROOT)));
    }
    return flows.isEmpty() ? otherwise : flows;
  }

  private static Flow flow(boolean direct, String subtype) {
    return Arrays.stream(Flow.values())
        .filter(flow -> flow.direct() == direct && flow.name().equals(subtype))
        .findFirst()
        .orElse(direct ? Flow.TRANSFORMATION : Flow.FILTER);
  }

  /** Of the output field as a whole, as the facet said it before version 1-2-0. */
  static Set<Flow> ofField(JsonNode field) {
    return field.path("transformationType").asText().equalsIgnoreCase("IDENTITY")
        ? Set.of(Flow.IDENTITY)
        : Set.of(Flow.TRANSFORMATION);
  }
}
