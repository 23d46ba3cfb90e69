package io.weirworks.lineage.partition.adapter;

import io.weirworks.lineage.catalogue.adapter.LineageJson;
import io.weirworks.lineage.database.adapter.DatabaseReads;
import io.weirworks.lineage.partition.TablePartitions;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads what statements said of a table's partitions. */
@Singleton
public class PartitionQueries {

  private final DatabaseReads reads;

  PartitionQueries(DatabaseReads reads) {
    this.reads = reads;
  }

  /** Empty where no statement named one. */
  public Optional<TablePartitions> partitions(String dataset) {
    return reads
        .rows(
            "SELECT partitions FROM table_partitions WHERE id = ? AND removed = FALSE",
            row -> LineageJson.read(row.getString("partitions"), TablePartitions.class),
            PartitionKind.id(dataset))
        .stream()
        .findFirst();
  }
}
