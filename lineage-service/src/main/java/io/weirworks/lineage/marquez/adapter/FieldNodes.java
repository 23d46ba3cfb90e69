package io.weirworks.lineage.marquez.adapter;

import io.weirworks.lineage.catalogue.TableSchema;
import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.DatasetKind;
import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.graph.ColumnNode;
import io.weirworks.lineage.graph.adapter.TableQueries.TableRow;
import io.weirworks.lineage.marquez.Arrow;
import io.weirworks.lineage.marquez.FieldGraph;
import io.weirworks.lineage.marquez.NodeId;
import io.weirworks.lineage.marquez.adapter.DatasetViews.Id;
import io.weirworks.lineage.marquez.adapter.GraphViews.EdgeView;
import io.weirworks.lineage.marquez.adapter.GraphViews.FieldData;
import io.weirworks.lineage.marquez.adapter.GraphViews.Node;
import io.weirworks.lineage.sql.SchemaChange.Column;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Columns as nodes.
 *
 * @param rows of their datasets by id; one that was told only as a source may not have any yet
 */
record FieldNodes(FieldGraph graph, Map<String, TableRow> rows) {

  Node node(ColumnNode field) {
    List<ColumnEdge> into = graph.into().getOrDefault(field, List.of());
    List<ColumnEdge> outOf = graph.outOf().getOrDefault(field, List.of());
    Id id = Id.of(dataset(field));
    return new Node(
        id(field),
        "DATASET_FIELD",
        new FieldData(
            id.namespace(),
            id.name(),
            null,
            field.column(),
            Optional.ofNullable(rows.get(field.dataset()))
                .flatMap(row -> column(row, field.column()))
                .flatMap(Column::type)
                .orElse(null),
            null,
            null,
            into.stream().map(KnownDatasets::inputField).toList()),
        // Marquez turns these round, and its web client reads them so.
        arrows(into).stream().map(Arrow::turned).map(EdgeView::of).toList(),
        arrows(outOf).stream().map(EdgeView::of).toList());
  }

  private List<Arrow> arrows(List<ColumnEdge> edges) {
    return edges.stream()
        .map(edge -> new Arrow(id(FieldGraph.source(edge)), id(FieldGraph.target(edge))))
        .distinct()
        .sorted()
        .toList();
  }

  private String id(ColumnNode field) {
    return NodeId.of(dataset(field), field.column());
  }

  private DatasetRef dataset(ColumnNode field) {
    String id = field.dataset();
    TableRow row = rows.get(id);
    return row == null
        ? DatasetNames.parse(id).orElseGet(() -> new DatasetRef(id, DatasetKind.TABLE, id))
        : row.dataset();
  }

  /** A column of a dataset whose columns are known. */
  static Optional<Column> column(TableRow row, String field) {
    return row.schema().map(TableSchema::columns).orElse(List.of()).stream()
        .filter(column -> column.name().equalsIgnoreCase(field))
        .findFirst();
  }
}
