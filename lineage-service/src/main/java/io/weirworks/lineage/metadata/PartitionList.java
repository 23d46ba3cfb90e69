package io.weirworks.lineage.metadata;

import io.weirworks.lineage.partition.PartitionWord;
import io.weirworks.lineage.partition.TablePartitions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table's partitions as statements and the metastore say them together.
 *
 * @param partitions the last by name first
 * @param truncated whether there may be more, which neither the snapshot nor statements list
 */
public record PartitionList(List<Partition> partitions, boolean truncated) {

  /**
   * A partition.
   *
   * @param name in Hive's form, such as {@code ds=20010101/hr=01}
   * @param last the last that a statement said of it; null: only the metastore knows it
   * @param inMetastore whether the last snapshot has it
   */
  public record Partition(String name, @Nullable PartitionWord last, boolean inMetastore) {}

  public PartitionList {
    partitions = List.copyOf(partitions);
  }

  /**
   * @param said empty where no statement named any
   */
  public static PartitionList of(Optional<TablePartitions> said, DescribedTable table) {
    return new PartitionMerge(
            said.orElseGet(() -> new TablePartitions(table.dataset(), List.of())), table)
        .list();
  }
}
