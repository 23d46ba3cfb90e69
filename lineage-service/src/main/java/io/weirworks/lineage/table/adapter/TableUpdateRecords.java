package io.weirworks.lineage.table.adapter;

import io.weirworks.contract.Sender;
import io.weirworks.contract.lineage.TableLineageUpdated;
import io.weirworks.contract.lineage.UpdateTableLineage;
import io.weirworks.lineage.catalogue.adapter.SchemaChangeRecords;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.Writer;
import io.weirworks.lineage.dataset.adapter.DatasetRecords;
import io.weirworks.lineage.table.TableLineage;
import io.weirworks.lineage.table.TableUpdate;

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
        .build();
  }

  static TableUpdate domain(UpdateTableLineage command) {
    return new TableUpdate(
        DatasetRecords.domain(command.getDataset()),
        new Writer(
            DatasetRecords.domain(command.getJob()), DatasetRecords.domain(command.getKnownBy())),
        new Confirmation(command.getRunId(), command.getStatementIndex(), command.getObservedAt()),
        command.getComplete(),
        command.getSchemaChanges().stream().map(SchemaChangeRecords::domain).toList(),
        command.getTableEdges().stream().map(DatasetRecords::domain).toList(),
        command.getColumnEdges().stream().map(DatasetRecords::domain).toList());
  }

  /**
   * @param state after the update
   */
  static TableLineageUpdated event(TableLineage state, TableUpdate update) {
    Confirmation by = update.by();
    return TableLineageUpdated.newBuilder()
        .setDataset(DatasetRecords.record(update.dataset()))
        .setRunId(by.runId())
        .setStatementIndex(by.statementIndex())
        .setKnownBy(DatasetRecords.record(update.writer().knownBy()))
        .setJob(DatasetRecords.record(update.writer().job()))
        .setComplete(update.complete())
        .setObservedAt(by.observedAt())
        .setColumns(SchemaChangeRecords.columns(state.schema().schema()))
        .setSchemaChanges(update.schemaChanges().stream().map(SchemaChangeRecords::record).toList())
        .setTableEdges(update.tableEdges().stream().map(DatasetRecords::record).toList())
        .setColumnEdges(update.columnEdges().stream().map(DatasetRecords::record).toList())
        .build();
  }
}
