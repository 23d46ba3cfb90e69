package io.weirworks.lineage.metadata;

import io.weirworks.lineage.dataset.DatasetRef;
import java.time.Instant;

/** What is told of a table's metadata: each the whole of what it is about, as it is now. */
public sealed interface MetadataEvent {

  record TableChanged(DatasetRef dataset, BusinessMetadata business) implements MetadataEvent {}

  record ColumnChanged(DatasetRef dataset, String column, ColumnNote note)
      implements MetadataEvent {}

  record SnapshotReported(DatasetRef dataset, TableSnapshot snapshot) implements MetadataEvent {}

  record SamplesReported(DatasetRef dataset, TableSamples samples) implements MetadataEvent {}

  /** A later snapshot says the same; nobody is told, but older ones come too late now. */
  record SnapshotConfirmed(DatasetRef dataset, Instant takenAt) implements MetadataEvent {}
}
