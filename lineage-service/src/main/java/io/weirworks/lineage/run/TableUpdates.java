package io.weirworks.lineage.run;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.KnownBy;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.dataset.Writer;
import io.weirworks.lineage.sql.PartitionChange;
import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.table.TableUpdate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a statement says about each dataset that it writes or changes. Those that it reads hear of
 * it from what is made of them, when that is new; only what is read for nobody is told here, and
 * where the files of tables lie.
 */
public final class TableUpdates {

  private static final class Share {
    private final List<SchemaChange> schemaChanges = new ArrayList<>();
    private final List<TableEdge> tableEdges = new ArrayList<>();
    private final List<ColumnEdge> columnEdges = new ArrayList<>();
    private final List<PartitionChange> partitionChanges = new ArrayList<>();
  }

  private final Map<DatasetRef, Share> shares = new LinkedHashMap<>();
  private final Map<String, Share> byId = new LinkedHashMap<>();

  private TableUpdates() {}

  static List<TableUpdate> of(Run run, StatementRecord record, boolean complete) {
    return of(
        new Writer(run.job(), KnownBy.STATIC),
        new Confirmation(run.id(), record.index(), run.endedAt()),
        record,
        complete);
  }

  /** The same as another writer's word. */
  public static List<TableUpdate> of(
      Writer writer, Confirmation by, StatementRecord record, boolean complete) {
    TableUpdates updates = new TableUpdates();
    updates.share(record);
    Set<DatasetRef> written = complete ? Set.copyOf(record.outputs()) : Set.of();
    List<TableUpdate> told = updates.told(writer, by, written, record.locations());
    updates
        .read(record)
        .forEach(
            dataset ->
                told.add(
                    TableUpdate.read(dataset, writer, by, record.locations().get(dataset.id()))));
    return told;
  }

  /** Gives each dataset its share. */
  private void share(StatementRecord record) {
    record.outputs().forEach(this::share);
    for (SchemaChange change : record.schemaChanges()) {
      DatasetNames.of(change.table()).ifPresent(table -> share(table).schemaChanges.add(change));
    }
    for (PartitionChange change : record.partitionChanges()) {
      DatasetNames.of(change.table()).ifPresent(table -> share(table).partitionChanges.add(change));
    }
    record.tableEdges().forEach(edge -> share(edge.target()).tableEdges.add(edge));
    for (ColumnEdge edge : record.columnEdges()) {
      Share share = byId.get(edge.targetDataset());
      if (share != null) {
        share.columnEdges.add(edge);
      }
    }
  }

  /** Inputs that must be told: they hear of it from nobody, or where their files lie. */
  private List<DatasetRef> read(StatementRecord record) {
    Set<DatasetRef> sources = new HashSet<>();
    record.tableEdges().forEach(edge -> sources.add(edge.source()));
    return record.inputs().stream()
        .filter(dataset -> !shares.containsKey(dataset))
        .filter(
            dataset -> !sources.contains(dataset) || record.locations().containsKey(dataset.id()))
        .toList();
  }

  private Share share(DatasetRef dataset) {
    return shares.computeIfAbsent(dataset, d -> byId.computeIfAbsent(d.id(), id -> new Share()));
  }

  private List<TableUpdate> told(
      Writer writer, Confirmation by, Set<DatasetRef> written, Map<String, DatasetRef> locations) {
    List<TableUpdate> all = new ArrayList<>();
    shares.forEach(
        (dataset, share) ->
            all.add(
                new TableUpdate(
                    dataset,
                    writer,
                    by,
                    written.contains(dataset),
                    share.schemaChanges,
                    share.tableEdges,
                    share.columnEdges,
                    locations.get(dataset.id()),
                    share.partitionChanges)));
    return all;
  }
}
