package io.weirworks.lineage.partition;

import io.weirworks.lineage.catalogue.SchemaHistory.Moment;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.sql.PartitionChange.Kind;
import io.weirworks.lineage.sql.PartitionSpec;
import java.util.Comparator;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a statement said of partitions.
 *
 * @param job that the run is one of; null: the table as a whole was dropped
 */
public record PartitionWord(PartitionSpec spec, Kind kind, Moment at, @Nullable Job job) {

  static final Comparator<PartitionWord> LATEST_FIRST =
      Comparator.comparing(PartitionWord::at).reversed().thenComparing(PartitionWord::key);

  /** That the table was dropped: what the same statement did before is gone with it. */
  static PartitionWord ofDroppedTable(Confirmation by) {
    return new PartitionWord(
        PartitionSpec.ALL, Kind.DROPPED, new Moment(by, Integer.MAX_VALUE), null);
  }

  /**
   * Names what it is about, however the statement ordered the columns. A drop is not what replaces
   * a partition's word, since it may mean other partitions, too.
   */
  String key() {
    return (drops() ? "-" : "+") + new TreeMap<>(spec.values());
  }

  public boolean drops() {
    return kind == Kind.DROPPED;
  }

  PartitionWord later(PartitionWord other) {
    return LATEST_FIRST.compare(this, other) <= 0 ? this : other;
  }

  /** Whether it ends what another word says. */
  boolean ends(PartitionWord other) {
    return drops() && at.compareTo(other.at) >= 0 && spec.covers(other.spec);
  }
}
