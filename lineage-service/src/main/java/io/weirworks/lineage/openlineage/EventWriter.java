package io.weirworks.lineage.openlineage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.openlineage.EngineEvent.JobRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes what a run touched as an OpenLineage COMPLETE event (spec 2-0-2), as an engine would have
 * told it: what {@link EventReader} reads of it are the same edges.
 */
public final class EventWriter {

  /** Who says what this service tells. */
  public static final String PRODUCER = "https://weirworks.io/lineage-service";

  private static final String SPEC = "https://openlineage.io/spec/";

  /** The form of a run's events. */
  public static final String RUN_EVENT = SPEC + "2-0-2/OpenLineage.json#/$defs/RunEvent";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final RunExport run;
  private final Map<String, DatasetRef> datasets = new HashMap<>();

  private EventWriter(RunExport run) {
    this.run = run;
    run.inputs().forEach(dataset -> datasets.put(dataset.id(), dataset));
    run.outputs().forEach(dataset -> datasets.put(dataset.id(), dataset));
  }

  /** The event; datasets and columns in the order of their names. */
  public static ObjectNode write(RunExport run) {
    return new EventWriter(run).event();
  }

  private ObjectNode event() {
    ObjectNode event = JSON.objectNode();
    event.put("eventType", "COMPLETE");
    event.put("eventTime", run.endedAt().toString());
    event.put("producer", PRODUCER);
    event.put("schemaURL", RUN_EVENT);
    ObjectNode facets = event.putObject("run").put("runId", run.runId()).putObject("facets");
    run.root().ifPresent(root -> facets.set("parent", parent(root)));
    event.putObject("job").put("namespace", run.job().namespace()).put("name", run.job().name());
    ArrayNode inputs = event.putArray("inputs");
    sorted(run.inputs()).forEach(input -> inputs.add(named(input)));
    ArrayNode outputs = event.putArray("outputs");
    sorted(run.outputs()).forEach(output -> outputs.add(output(output)));
    return event;
  }

  private static List<DatasetRef> sorted(Iterable<DatasetRef> datasets) {
    List<DatasetRef> all = new ArrayList<>();
    datasets.forEach(all::add);
    all.sort(Comparator.comparing(DatasetRef::id));
    return all;
  }

  private static ObjectNode parent(JobRun root) {
    ObjectNode facet = facet("1-1-0/ParentRunFacet.json#/$defs/ParentRunFacet");
    facet.putObject("run").put("runId", root.runId());
    facet.putObject("job").put("namespace", root.job().namespace()).put("name", root.job().name());
    return facet;
  }

  private static ObjectNode facet(String schema) {
    return JSON.objectNode()
        .put("_producer", PRODUCER)
        .put("_schemaURL", SPEC + "facets/" + schema);
  }

  private static ObjectNode named(DatasetRef dataset) {
    OpenLineageName name = OpenLineageName.of(dataset);
    return JSON.objectNode().put("namespace", name.namespace()).put("name", name.name());
  }

  private ObjectNode output(DatasetRef output) {
    ObjectNode node = named(output);
    List<ColumnEdge> edges =
        run.columnEdges().stream()
            .filter(edge -> edge.targetDataset().equals(output.id()))
            .filter(edge -> datasets.containsKey(edge.sourceDataset()))
            .toList();
    if (!edges.isEmpty()) {
      node.putObject("facets").set("columnLineage", columnLineage(edges));
    }
    return node;
  }

  private DatasetRef source(ColumnEdge edge) {
    return Objects.requireNonNull(datasets.get(edge.sourceDataset()), "only edges from inputs");
  }

  private ObjectNode columnLineage(List<ColumnEdge> edges) {
    ObjectNode facet =
        facet("1-2-0/ColumnLineageDatasetFacet.json#/$defs/ColumnLineageDatasetFacet");
    Map<String, List<ColumnEdge>> byColumn = new LinkedHashMap<>();
    List<ColumnEdge> ofAll = new ArrayList<>();
    for (ColumnEdge edge : edges) {
      String column = edge.targetColumn();
      if (column == null) {
        ofAll.add(edge);
      } else {
        byColumn.computeIfAbsent(column, c -> new ArrayList<>()).add(edge);
      }
    }
    ObjectNode fields = facet.putObject("fields");
    byColumn.forEach(
        (column, into) -> fields.putObject(column).set("inputFields", inputFields(into)));
    if (!ofAll.isEmpty()) {
      facet.set("dataset", inputFields(ofAll));
    }
    return facet;
  }

  /** One for each source column, with all that it does. */
  private ArrayNode inputFields(List<ColumnEdge> edges) {
    Map<String, ArrayNode> transformations = new LinkedHashMap<>();
    ArrayNode inputFields = JSON.arrayNode();
    for (ColumnEdge edge : edges) {
      transformations
          .computeIfAbsent(
              edge.sourceDataset() + "\n" + edge.sourceColumn(),
              source -> {
                ObjectNode field = named(source(edge));
                inputFields.add(field.put("field", edge.sourceColumn()));
                return field.putArray("transformations");
              })
          .addObject()
          .put("type", edge.flow().direct() ? "DIRECT" : "INDIRECT")
          .put("subtype", edge.flow().name())
          .put("description", edge.expression() == null ? "" : edge.expression())
          .put("masking", false);
    }
    return inputFields;
  }
}
