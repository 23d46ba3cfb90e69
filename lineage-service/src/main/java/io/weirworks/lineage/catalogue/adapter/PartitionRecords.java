package io.weirworks.lineage.catalogue.adapter;

import io.weirworks.contract.lineage.PartitionChangeKind;
import io.weirworks.contract.lineage.PartitionValue;
import io.weirworks.lineage.sql.PartitionChange;
import io.weirworks.lineage.sql.PartitionSpec;
import io.weirworks.lineage.sql.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes of partitions to the contract's records and back. */
public final class PartitionRecords {

  private PartitionRecords() {}

  public static io.weirworks.contract.lineage.PartitionChange record(PartitionChange change) {
    return new io.weirworks.contract.lineage.PartitionChange(
        change.table().id(), record(change.kind()), values(change.spec()));
  }

  /**
   * @throws IllegalArgumentException for a kind of a later version: our own commands carry none
   */
  public static PartitionChange domain(io.weirworks.contract.lineage.PartitionChange record) {
    return new PartitionChange(
        TableName.parse(record.getTable()),
        PartitionChange.Kind.valueOf(record.getKind().name()),
        spec(record.getValues()));
  }

  public static PartitionChangeKind record(PartitionChange.Kind kind) {
    return switch (kind) {
      case ADDED -> PartitionChangeKind.ADDED;
      case WRITTEN -> PartitionChangeKind.WRITTEN;
      case DROPPED -> PartitionChangeKind.DROPPED;
    };
  }

  public static List<PartitionValue> values(PartitionSpec spec) {
    return spec.values().entrySet().stream()
        .map(entry -> new PartitionValue(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static PartitionSpec spec(List<PartitionValue> values) {
    Map<String, String> byColumn = new LinkedHashMap<>();
    values.forEach(value -> byColumn.put(value.getColumn(), value.getValue()));
    return new PartitionSpec(byColumn);
  }
}
