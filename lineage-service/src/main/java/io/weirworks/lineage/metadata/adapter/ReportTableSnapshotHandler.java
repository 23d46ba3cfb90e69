package io.weirworks.lineage.metadata.adapter;

import static io.weirworks.lineage.metadata.adapter.MetadataKind.METADATA;
import static io.weirworks.lineage.table.adapter.TableKind.TABLE;

import io.weirworks.contract.lineage.ReportTableSnapshot;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.dataset.KnownBy;
import io.weirworks.lineage.dataset.Writer;
import io.weirworks.lineage.metadata.MetadataEvent;
import io.weirworks.lineage.metadata.TableMetadata;
import io.weirworks.lineage.metadata.TableSnapshot;
import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.sql.TableName;
import io.weirworks.lineage.table.TableUpdate;
import io.weirworks.lineage.table.adapter.TableUpdateRecords;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import io.weirworks.schemas.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what a metastore says of a table, and tells the catalogue where it has other columns: as a
 * definition made when the metastore was asked, so that DDL of later runs counts after it.
 */
public final class ReportTableSnapshotHandler implements Handler<ReportTableSnapshot> {

  private static final String METASTORE = "hive-metastore";

  @Override
  public Class<ReportTableSnapshot> type() {
    return ReportTableSnapshot.class;
  }

  private static TableName table(ReportTableSnapshot command) {
    return TableName.of(command.getDatabase(), command.getTable());
  }

  private static Optional<DatasetRef> dataset(ReportTableSnapshot command) {
    return DatasetNames.of(table(command));
  }

  @Override
  public Optional<String> orderingKey(ReportTableSnapshot command, Envelope envelope, Work work) {
    return dataset(command).map(DatasetRef::id);
  }

  @Override
  public void load(List<ReportTableSnapshot> commands, Work work) {
    List<String> ids =
        commands.stream()
            .flatMap(command -> dataset(command).stream())
            .map(DatasetRef::id)
            .toList();
    work.load(TABLE, ids);
    work.load(METADATA, ids.stream().map(MetadataKind::id).toList());
  }

  @Override
  public Decision decide(ReportTableSnapshot command, Asked asked, Work work) {
    DatasetRef dataset =
        dataset(command).orElseThrow(() -> new IllegalStateException("it has an ordering key"));
    TableSnapshot snapshot = MetadataRecords.domain(command.getSnapshot());
    TableMetadata state = work.find(METADATA, MetadataKind.id(dataset.id())).orElse(null);
    List<Effect> effects = new ArrayList<>();
    TableMetadata.observe(state, dataset, snapshot)
        .ifPresent(
            event -> {
              effects.add(kept(dataset, event));
              snapshot
                  .news(
                      table(command),
                      work.find(TABLE, dataset.id()).flatMap(known -> known.schema().schema()))
                  .ifPresent(created -> effects.add(told(dataset, snapshot, created)));
            });
    return Decision.effects(effects);
  }

  private static Effect kept(DatasetRef dataset, MetadataEvent event) {
    return switch (event) {
      case MetadataEvent.SnapshotConfirmed _ ->
          new Effect.Change<>(MetadataKind.ref(dataset.id()), event);
      case MetadataEvent.TableChanged _,
          MetadataEvent.ColumnChanged _,
          MetadataEvent.SamplesReported _,
          MetadataEvent.SnapshotReported _ ->
          new Effect.Tell<>(MetadataKind.ref(dataset.id()), event);
    };
  }

  private static Effect told(
      DatasetRef dataset, TableSnapshot snapshot, SchemaChange.Created created) {
    TableUpdate update =
        new TableUpdate(
            dataset,
            new Writer(new Job(METASTORE, METASTORE), KnownBy.RUNTIME),
            new Confirmation(METASTORE, 0, snapshot.takenAt()),
            false,
            List.of(created),
            List.of(),
            List.of());
    return new Effect.Ask(
        Service.LINEAGE,
        dataset.id(),
        MetadataKind.ref(dataset.id()),
        sequence -> TableUpdateRecords.command(update, sequence),
        List.of());
  }
}
