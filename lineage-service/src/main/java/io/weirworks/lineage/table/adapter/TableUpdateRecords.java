package io.weirworks.lineage.table.adapter;

import io.weirworks.contract.Sender;
import io.weirworks.contract.lineage.Dataset;
import io.weirworks.contract.lineage.TableLineageUpdated;
import io.weirworks.contract.lineage.UpdateTableLineage;
import io.weirworks.lineage.catalogue.adapter.PartitionRecords;
import io.weirworks.lineage.catalogue.adapter.SchemaChangeRecords;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Writer;
import io.weirworks.lineage.dataset.adapter.DatasetRecords;
import io.weirworks.lineage.table.TableEvent;
import io.weirworks.lineage.table.TableLineage;
import io.weirworks.lineage.table.TableUpdate;
import io.weirworks.lineage.table.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of a dataset, as the command that asks it and the event that tells it. */
public final class TableUpdateRecords {

  private TableUpdateRecords() {}

  /**
   * @param sequence of the run's last event when it sends this
   */
  public static UpdateTableLineage command(TableUpdate update, long sequence) {
    Confirmation by = update.by();
    return UpdateTableLineage.newBuilder()
        .setDataset(DatasetRecords.record(update.dataset()))
        .setSender(new Sender(by.runId(), sequence))
        .setRunId(by.runId())
        .setStatementIndex(by.statementIndex())
        .setKnownBy(DatasetRecords.record(update.writer().knownBy()))
        .setJob(DatasetRecords.record(update.writer().job()))
        .setComplete(update.complete())
        .setObservedAt(by.observedAt())
        .setSchemaChanges(update.schemaChanges().stream().map(SchemaChangeRecords::record).toList())
        .setTableEdges(update.tableEdges().stream().map(DatasetRecords::record).toList())
        .setColumnEdges(update.columnEdges().stream().map(DatasetRecords::record).toList())
        .setLocation(optional(update.location()))
        .setPartitionChanges(
            update.partitionChanges().stream().map(PartitionRecords::record).toList())
        .build();
  }

  static TableUpdate domain(UpdateTableLineage command) {
    Dataset location = command.getLocation();
    return new TableUpdate(
        DatasetRecords.domain(command.getDataset()),
        new Writer(
            DatasetRecords.domain(command.getJob()), DatasetRecords.domain(command.getKnownBy())),
        new Confirmation(command.getRunId(), command.getStatementIndex(), command.getObservedAt()),
        command.getComplete(),
        command.getSchemaChanges().stream().map(SchemaChangeRecords::domain).toList(),
        command.getTableEdges().stream().map(DatasetRecords::domain).toList(),
        command.getColumnEdges().stream().map(DatasetRecords::domain).toList(),
        location == null ? null : DatasetRecords.domain(location),
        command.getPartitionChanges().stream().map(PartitionRecords::domain).toList());
  }

  /**
   * @param state after the event
   */
  static TableLineageUpdated event(TableLineage state, TableEvent.Told told) {
    TableUpdate update = told.update();
    Confirmation by = update.by();
    Version version = told.version();
    TableLineageUpdated.Builder event =
        TableLineageUpdated.newBuilder()
            .setDataset(DatasetRecords.record(update.dataset()))
            .setRunId(by.runId())
            .setStatementIndex(by.statementIndex())
            .setKnownBy(DatasetRecords.record(update.writer().knownBy()))
            .setJob(DatasetRecords.record(update.writer().job()))
            .setComplete(update.complete())
            .setObservedAt(by.observedAt())
            .setColumns(SchemaChangeRecords.columns(state.schema().schema()))
            .setSchemaChanges(
                update.schemaChanges().stream().map(SchemaChangeRecords::record).toList())
            .setVersion(version.saysNothing() ? null : version.hash())
            .setAsBefore(told.asBefore())
            .setLocation(optional(update.location()));
    return told.asBefore()
        ? event.build()
        : event
            .setTableEdges(version.tableEdges().stream().map(DatasetRecords::record).toList())
            .setColumnEdges(version.columnEdges().stream().map(DatasetRecords::record).toList())
            .build();
  }

  /**
   * What an event said: with the dataset's events before it, enough for {@link
   * TableLineage#evolve}.
   */
  public static TableEvent.Told domain(TableLineageUpdated event) {
    Dataset location = event.getLocation();
    TableUpdate update =
        new TableUpdate(
            DatasetRecords.domain(event.getDataset()),
            new Writer(
                DatasetRecords.domain(event.getJob()), DatasetRecords.domain(event.getKnownBy())),
            new Confirmation(event.getRunId(), event.getStatementIndex(), event.getObservedAt()),
            event.getComplete(),
            event.getSchemaChanges().stream().map(SchemaChangeRecords::domain).toList(),
            event.getTableEdges().stream().map(DatasetRecords::domain).toList(),
            event.getColumnEdges().stream().map(DatasetRecords::domain).toList(),
            location == null ? null : DatasetRecords.domain(location),
            List.of());
    return new TableEvent.Told(update, version(event, update), event.getAsBefore());
  }

  /** Events from before versions were told do not name theirs. */
  private static Version version(TableLineageUpdated event, TableUpdate update) {
    String hash = event.getVersion();
    return hash == null
        ? update.version()
        : new Version(hash, update.tableEdges(), update.columnEdges());
  }

  private static @Nullable Dataset optional(@Nullable DatasetRef dataset) {
    return dataset == null ? null : DatasetRecords.record(dataset);
  }
}
