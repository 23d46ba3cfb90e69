package io.weirworks.lineage.metadata;

import io.weirworks.lineage.metadata.DescribedTable.DescribedColumn;
import io.weirworks.lineage.metadata.PartitionList.Partition;
import io.weirworks.lineage.partition.PartitionWord;
import io.weirworks.lineage.partition.TablePartitions;
import io.weirworks.lineage.sql.PartitionSpec;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What statements and a snapshot of the metastore say of a table's partitions: of all that ended by
 * the snapshot's moment the snapshot is believed, after it the statements. Of partitions that a
 * snapshot leaves out since they are too many, the statements are.
 */
final class PartitionMerge {

  private static final Set<String> WHOLE_NUMBERS =
      Set.of("tinyint", "byte", "smallint", "short", "int", "integer", "bigint", "long");

  private final List<DescribedColumn> columns;
  private final TablePartitions said;
  private final @Nullable TableSnapshot snapshot;

  PartitionMerge(TablePartitions said, DescribedTable table) {
    this.columns = table.columns().stream().filter(DescribedColumn::partition).toList();
    this.snapshot = table.metadata().snapshot();
    this.said = said.spelled(this::asHiveWrites);
  }

  PartitionList list() {
    Set<PartitionSpec> listed = listed();
    Map<String, Partition> all = new TreeMap<>(Comparator.reverseOrder());
    listed.forEach(spec -> all.put(name(spec), new Partition(name(spec), null, true)));
    for (PartitionWord word : said.there()) {
      PartitionSpec spec = word.spec();
      boolean inMetastore = listed.contains(spec);
      if (isWhole(spec) && (inMetastore || isBelieved(word))) {
        all.put(name(spec), new Partition(name(spec), word, inMetastore));
      }
    }
    boolean full = said.words().size() >= TablePartitions.MOST;
    return new PartitionList(List.copyOf(all.values()), full || listIsCut());
  }

  /** The snapshot's, without those that a statement dropped after it. */
  private Set<PartitionSpec> listed() {
    if (snapshot == null) {
      return Set.of();
    }
    Instant takenAt = snapshot.takenAt();
    List<PartitionWord> drops =
        said.words().stream()
            .filter(word -> word.drops() && word.at().by().observedAt().isAfter(takenAt))
            .toList();
    return snapshot.partitions().stream()
        .flatMap(name -> PartitionName.parse(name).stream())
        .filter(spec -> drops.stream().noneMatch(drop -> drop.spec().covers(spec)))
        .collect(Collectors.toSet());
  }

  private boolean isBelieved(PartitionWord word) {
    return snapshot == null
        || word.at().by().observedAt().isAfter(snapshot.takenAt())
        || listIsCut();
  }

  private boolean listIsCut() {
    return snapshot != null && snapshot.partitionCount() > snapshot.partitions().size();
  }

  /** Where the columns that partition the table are known, all of them must have a value. */
  private boolean isWhole(PartitionSpec spec) {
    return columns.isEmpty() || columns.stream().allMatch(c -> spec.values().containsKey(c.name()));
  }

  private String name(PartitionSpec spec) {
    return PartitionName.of(spec, columns.stream().map(DescribedColumn::name).toList());
  }

  /** A whole number has no zeros before it, however the statement wrote it. */
  private PartitionWord asHiveWrites(PartitionWord word) {
    Map<String, String> values = new LinkedHashMap<>(word.spec().values());
    for (DescribedColumn column : columns) {
      String type = column.type();
      if (type != null && WHOLE_NUMBERS.contains(type.toLowerCase(Locale.ROOT))) {
        values.computeIfPresent(
            column.name(),
            (name, value) -> value.matches("-?\\d+") ? new BigInteger(value).toString() : value);
      }
    }
    return new PartitionWord(new PartitionSpec(values), word.kind(), word.at(), word.job());
  }
}
