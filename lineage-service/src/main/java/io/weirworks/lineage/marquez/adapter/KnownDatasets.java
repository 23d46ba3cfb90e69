package io.weirworks.lineage.marquez.adapter;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Known;
import io.weirworks.lineage.graph.adapter.RefusedReadException;
import io.weirworks.lineage.graph.adapter.TableQueries;
import io.weirworks.lineage.graph.adapter.TableQueries.TableRow;
import io.weirworks.lineage.marquez.NodeId.Reading;
import io.weirworks.lineage.marquez.adapter.DatasetViews.DatasetView;
import io.weirworks.lineage.marquez.adapter.DatasetViews.Id;
import io.weirworks.lineage.marquez.adapter.DatasetViews.InputField;
import io.weirworks.lineage.marquez.adapter.DatasetViews.InputFields;
import io.weirworks.lineage.metadata.TableMetadata;
import io.weirworks.lineage.metadata.adapter.SaidOfTables;
import io.weirworks.lineage.openlineage.OpenLineageName;
import io.weirworks.lineage.table.CurrentEdges;
import io.weirworks.lineage.table.Words;
import io.weirworks.lineage.table.adapter.WordQueries;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Datasets by the names that OpenLineage has for them. */
@Singleton
class KnownDatasets {

  private final TableQueries tables;
  private final WordQueries words;
  private final SaidOfTables metadata;

  KnownDatasets(TableQueries tables, WordQueries words, SaidOfTables metadata) {
    this.tables = tables;
    this.words = words;
    this.metadata = metadata;
  }

  TableRow named(String namespace, String name) {
    return find(new Reading(namespace, name))
        .orElseThrow(() -> RefusedReadException.unknown("dataset", namespace + ":" + name));
  }

  /** In any spelling that OpenLineage's integrations have for it. */
  Optional<TableRow> find(Reading reading) {
    return reading.dataset().map(DatasetRef::id).flatMap(tables::find);
  }

  /** All, in the order of their ids, without their columns. */
  List<TableRow> all() {
    return tables.names();
  }

  List<TableRow> in(String namespace) {
    return all().stream()
        .filter(row -> OpenLineageName.of(row.dataset()).namespace().equals(namespace))
        .toList();
  }

  /** With their columns, in the order of their ids. */
  List<DatasetView> views(Collection<DatasetRef> datasets) {
    List<String> ids = datasets.stream().map(DatasetRef::id).toList();
    Map<String, Words> said = words.words(ids, null);
    Map<String, TableMetadata> described = metadata.of(ids);
    Map<String, DatasetView> views = new TreeMap<>();
    for (TableRow row : tables.all(ids)) {
      String id = row.dataset().id();
      views.put(id, view(row, Optional.ofNullable(described.get(id)), said.get(id)));
    }
    return List.copyOf(views.values());
  }

  private static DatasetView view(
      TableRow row, Optional<TableMetadata> described, @Nullable Words said) {
    if (said == null) {
      return DatasetView.of(row, described, row.updatedAt(), List.of());
    }
    Instant created =
        said.all().stream()
            .map(word -> word.saidBy().first())
            .map(Confirmation::observedAt)
            .reduce(row.updatedAt(), (one, other) -> one.isBefore(other) ? one : other);
    return DatasetView.of(row, described, created, inputFields(CurrentEdges.of(said).columns()));
  }

  private static List<InputFields> inputFields(List<Known<ColumnEdge>> edges) {
    Map<String, List<InputField>> byField = new TreeMap<>();
    for (Known<ColumnEdge> known : edges) {
      ColumnEdge edge = known.edge();
      if (edge.targetColumn() != null) {
        byField
            .computeIfAbsent(edge.targetColumn(), field -> new ArrayList<>())
            .add(inputField(edge));
      }
    }
    return byField.entrySet().stream()
        .map(entry -> new InputFields(entry.getKey(), entry.getValue()))
        .toList();
  }

  static InputField inputField(ColumnEdge edge) {
    Id source = Id.of(edge.sourceDataset());
    return new InputField(
        source.namespace(),
        source.name(),
        null,
        edge.sourceColumn(),
        edge.expression(),
        edge.flow().name());
  }
}
