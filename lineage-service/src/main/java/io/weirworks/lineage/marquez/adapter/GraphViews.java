package io.weirworks.lineage.marquez.adapter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.marquez.Arrow;
import io.weirworks.lineage.marquez.adapter.DatasetViews.InputField;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Graphs as Marquez's JSON has them. */
final class GraphViews {

  private GraphViews() {}

  /** An edge by the ids of its ends. */
  @Serdeable
  public record EdgeView(String origin, String destination) {

    static EdgeView of(Arrow arrow) {
      return new EdgeView(arrow.origin(), arrow.destination());
    }

    /** Those of a node. */
    static List<EdgeView> of(Map<String, List<Arrow>> arrows, String node) {
      return arrows.getOrDefault(node, List.of()).stream().map(EdgeView::of).toList();
    }
  }

  /**
   * A node.
   *
   * @param type DATASET, JOB or DATASET_FIELD
   * @param data the dataset ({@code DatasetView}), job ({@code JobView}) or field ({@link
   *     FieldData})
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Node(
      String id, String type, Object data, List<EdgeView> inEdges, List<EdgeView> outEdges) {}

  /**
   * A column with the columns that it is made from.
   *
   * @param fieldType as written; null where it is not known
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record FieldData(
      String namespace,
      String dataset,
      @Nullable String datasetVersion,
      String field,
      @Nullable String fieldType,
      @Nullable String transformationDescription,
      @Nullable String transformationType,
      List<InputField> inputFields) {}

  /**
   * What was found.
   *
   * @param truncated whether there is more; Marquez says nothing of that
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Graph(List<Node> graph, boolean truncated) {}
}
