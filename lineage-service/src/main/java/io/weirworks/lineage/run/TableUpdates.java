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
    record.outputs().forEach(updates::share);
    for (SchemaChange change : record.schemaChanges()) {
      DatasetNames.of(change.table())
          .ifPresent(table -> updates.share(table).schemaChanges.add(change));
    }
    for (PartitionChange change : record.partitionChanges()) {
      DatasetNames.of(change.table())
          .ifPresent(table -> updates.share(table).partitionChanges.add(change));
    }
    Set<DatasetRef> onlyRead = new HashSet<>(record.inputs());
    onlyRead.removeAll(updates.shares.keySet());
    for (TableEdge edge : record.tableEdges()) {
      if (!record.locations().containsKey(edge.source().id())) {
        onlyRead.remove(edge.source());
      }
      updates.share(edge.target()).tableEdges.add(edge);
    }
    for (ColumnEdge edge : record.columnEdges()) {
      Share share = updates.byId.get(edge.targetDataset());
      if (share != null) {
        share.columnEdges.add(edge);
      }
    }
    Set<DatasetRef> written = complete ? Set.copyOf(record.outputs()) : Set.of();
    List<TableUpdate> told = updates.told(writer, by, written, record.locations());
    record.inputs().stream()
        .filter(onlyRead::contains)
        .forEach(
            dataset ->
                told.add(
                    TableUpdate.read(dataset, writer, by, record.locations().get(dataset.id()))));
    return told;
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
