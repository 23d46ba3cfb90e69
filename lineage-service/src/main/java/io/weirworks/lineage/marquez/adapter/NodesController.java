package io.weirworks.lineage.marquez.adapter;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.weirworks.lineage.graph.adapter.Parameters;
import io.weirworks.lineage.graph.adapter.RefusedReadException;
import io.weirworks.lineage.marquez.NodeId;
import io.weirworks.lineage.marquez.adapter.GraphViews.Graph;
import java.util.EnumSet;
import java.util.Set;

/** Marquez's graphs, from the graph in memory. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
final class NodesController {

  private static final String DEPTH = "20";

  private final JobLineage lineage;
  private final FieldLineage fields;

  NodesController(JobLineage lineage, FieldLineage fields) {
    this.lineage = lineage;
    this.fields = fields;
  }

  /**
   * What a dataset or what a job writes was made from, and what was made from it.
   *
   * @param nodeId {@code dataset:namespace:name} or {@code job:namespace:name}
   * @param depth steps from dataset to dataset, 0 to 100; of 0 the nearest are shown
   */
  @Get("/lineage")
  Graph lineage(@QueryValue String nodeId, @QueryValue(defaultValue = DEPTH) int depth) {
    return lineage.around(
        node(nodeId, EnumSet.of(NodeId.Type.DATASET, NodeId.Type.JOB)), steps(depth));
  }

  /**
   * What columns were made from.
   *
   * @param nodeId {@code dataset:namespace:name}, {@code datasetField:namespace:name:field} or
   *     {@code job:namespace:name}
   * @param depth steps from column to column, 0 to 100; of 0 the nearest are shown
   * @param withDownstream whether what was made from them is shown too
   */
  @Get("/column-lineage")
  Graph columnLineage(
      @QueryValue String nodeId,
      @QueryValue(defaultValue = DEPTH) int depth,
      @QueryValue(defaultValue = "false") boolean withDownstream) {
    return fields.around(
        node(nodeId, EnumSet.allOf(NodeId.Type.class)), steps(depth), withDownstream);
  }

  private static NodeId node(String text, Set<NodeId.Type> allowed) {
    return NodeId.parse(text)
        .filter(node -> allowed.contains(node.type()))
        .orElseThrow(
            () ->
                RefusedReadException.invalid(
                    "nodeId",
                    text,
                    allowed.contains(NodeId.Type.DATASET_FIELD)
                        ? "a node is dataset:namespace:name, datasetField:namespace:name:field or"
                            + " job:namespace:name"
                        : "a node is dataset:namespace:name or job:namespace:name"));
  }

  private static int steps(int depth) {
    return depth == 0 ? 1 : Parameters.within("depth", depth, Parameters.DEEPEST);
  }
}
