package io.weirworks.lineage.metadata.adapter;

import io.weirworks.contract.lineage.ColumnMetadata;
import io.weirworks.contract.lineage.ColumnMetadataChanged;
import io.weirworks.contract.lineage.ColumnSamplesReported;
import io.weirworks.contract.lineage.SnapshotColumn;
import io.weirworks.contract.lineage.TableMetadataChanged;
import io.weirworks.contract.lineage.TableMetadataState;
import io.weirworks.contract.lineage.TableSnapshotReported;
import io.weirworks.lineage.classification.adapter.RuleRecords;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.adapter.DatasetRecords;
import io.weirworks.lineage.metadata.BusinessMetadata;
import io.weirworks.lineage.metadata.ColumnNote;
import io.weirworks.lineage.metadata.MetadataEvent;
import io.weirworks.lineage.metadata.TableMetadata;
import io.weirworks.lineage.metadata.TableSamples;
import io.weirworks.lineage.metadata.TableSnapshot;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Tables' metadata, from and to the contract's records. */
public final class MetadataRecords {

  private MetadataRecords() {}

  /**
   * @throws IllegalArgumentException for a confirmation, which is never told
   */
  static SpecificRecord event(MetadataEvent event) {
    return switch (event) {
      case MetadataEvent.TableChanged(DatasetRef dataset, BusinessMetadata business) ->
          new TableMetadataChanged(
              DatasetRecords.record(dataset),
              said(business.usageNote()),
              said(business.description()),
              said(business.owner()),
              business.tags());
      case MetadataEvent.ColumnChanged(DatasetRef dataset, String column, ColumnNote note) ->
          new ColumnMetadataChanged(
              DatasetRecords.record(dataset),
              column,
              said(note.description()),
              RuleRecords.record(note.byHand()));
      case MetadataEvent.SnapshotReported(DatasetRef dataset, TableSnapshot snapshot) ->
          new TableSnapshotReported(DatasetRecords.record(dataset), record(snapshot));
      case MetadataEvent.SamplesReported(DatasetRef dataset, TableSamples samples) ->
          new ColumnSamplesReported(DatasetRecords.record(dataset), SampleRecords.record(samples));
      case MetadataEvent.SnapshotConfirmed confirmed ->
          throw new IllegalArgumentException("nobody is told of " + confirmed);
    };
  }

  static TableMetadataState state(TableMetadata state) {
    BusinessMetadata business = state.business();
    TableSnapshot snapshot = state.snapshot();
    TableSamples samples = state.samples();
    return new TableMetadataState(
        DatasetRecords.record(state.dataset()),
        said(business.usageNote()),
        said(business.description()),
        said(business.owner()),
        business.tags(),
        state.columns().entrySet().stream()
            .map(
                entry ->
                    new ColumnMetadata(
                        entry.getKey(),
                        said(entry.getValue().description()),
                        RuleRecords.record(entry.getValue().byHand())))
            .toList(),
        snapshot == null ? null : record(snapshot),
        samples == null ? null : SampleRecords.record(samples));
  }

  private static @Nullable String said(String text) {
    return text.isEmpty() ? null : text;
  }

  static TableSnapshot domain(io.weirworks.contract.lineage.TableSnapshot record) {
    return new TableSnapshot(
        fields(record.getColumns()),
        fields(record.getPartitionColumns()),
        record.getPartitions(),
        record.getPartitionCount(),
        record.getOwner(),
        record.getComment(),
        record.getLocation(),
        record.getFormat(),
        record.getCreatedAt(),
        record.getModifiedAt(),
        record.getTakenAt());
  }

  private static List<TableSnapshot.Field> fields(List<SnapshotColumn> columns) {
    return columns.stream()
        .map(
            column ->
                new TableSnapshot.Field(column.getName(), column.getType(), column.getComment()))
        .toList();
  }

  /** As the contract has it; what is too much for a record the snapshot has left out already. */
  public static io.weirworks.contract.lineage.TableSnapshot record(TableSnapshot snapshot) {
    return io.weirworks.contract.lineage.TableSnapshot.newBuilder()
        .setColumns(columns(snapshot.columns()))
        .setPartitionColumns(columns(snapshot.partitionColumns()))
        .setPartitions(snapshot.partitions())
        .setPartitionCount(snapshot.partitionCount())
        .setOwner(snapshot.owner())
        .setComment(snapshot.comment())
        .setLocation(snapshot.location())
        .setFormat(snapshot.format())
        .setCreatedAt(snapshot.createdAt())
        .setModifiedAt(snapshot.modifiedAt())
        .setTakenAt(snapshot.takenAt())
        .build();
  }

  private static List<SnapshotColumn> columns(List<TableSnapshot.Field> fields) {
    return fields.stream()
        .map(field -> new SnapshotColumn(field.name(), field.type(), field.comment()))
        .toList();
  }
}
