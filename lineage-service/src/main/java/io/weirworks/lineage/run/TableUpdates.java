package io.weirworks.lineage.run;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Edge;
import io.weirworks.lineage.dataset.KnownBy;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.dataset.Writer;
import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.table.TableUpdate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a statement says about each dataset that it names. */
public final class TableUpdates {

  private static final class Share {
    private final List<SchemaChange> schemaChanges = new ArrayList<>();
    private final List<TableEdge> tableEdges = new ArrayList<>();
    private final List<ColumnEdge> columnEdges = new ArrayList<>();
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
    record.inputs().forEach(updates::share);
    record.outputs().forEach(updates::share);
    for (SchemaChange change : record.schemaChanges()) {
      DatasetNames.of(change.table())
          .ifPresent(table -> updates.share(table).schemaChanges.add(change));
    }
    record
        .tableEdges()
        .forEach(edge -> updates.sharesOf(edge).forEach(s -> s.tableEdges.add(edge)));
    record
        .columnEdges()
        .forEach(edge -> updates.sharesOf(edge).forEach(s -> s.columnEdges.add(edge)));
    return updates.told(writer, by, complete);
  }

  private Share share(DatasetRef dataset) {
    return shares.computeIfAbsent(dataset, d -> byId.computeIfAbsent(d.id(), id -> new Share()));
  }

  /** One share where both ends are the same dataset, as when a table is written from itself. */
  private List<Share> sharesOf(Edge edge) {
    List<Share> both = new ArrayList<>();
    for (String id : List.of(edge.sourceDataset(), edge.targetDataset())) {
      Share share = byId.get(id);
      if (share != null && !both.contains(share)) {
        both.add(share);
      }
    }
    return both;
  }

  private List<TableUpdate> told(Writer writer, Confirmation by, boolean complete) {
    List<TableUpdate> all = new ArrayList<>();
    shares.forEach(
        (dataset, share) ->
            all.add(
                new TableUpdate(
                    dataset,
                    writer,
                    by,
                    complete,
                    share.schemaChanges,
                    share.tableEdges,
                    share.columnEdges)));
    return all;
  }
}
