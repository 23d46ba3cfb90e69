package io.weirworks.lineage.metadata.adapter;

import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.metadata.PartitionList;
import io.weirworks.lineage.partition.PartitionWord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Partitions as JSON. */
final class PartitionViews {

  /** How many stand on the page of their table. */
  private static final int ON_PAGE = 20;

  private PartitionViews() {}

  /**
   * A partition.
   *
   * @param name in Hive's form, such as ds=20010101/hr=01
   * @param said ADDED or WRITTEN: the last that a statement did; absent: only the metastore knows
   *     it
   * @param namespace of the job that did it: the workspace of a node
   * @param job {@code workflow.node}
   * @param runId the run that did it
   * @param at when that run ended
   * @param inMetastore whether the last snapshot has it
   */
  @Serdeable
  public record PartitionView(
      String name,
      @Nullable String said,
      @Nullable String namespace,
      @Nullable String job,
      @Nullable String runId,
      @Nullable Instant at,
      boolean inMetastore) {

    static PartitionView of(PartitionList.Partition partition) {
      PartitionWord word = partition.last();
      if (word == null) {
        return new PartitionView(partition.name(), null, null, null, null, null, true);
      }
      Job job = word.job();
      Confirmation by = word.at().by();
      return new PartitionView(
          partition.name(),
          word.kind().name(),
          job == null ? null : job.namespace(),
          job == null ? null : job.name(),
          by.runId(),
          by.observedAt(),
          partition.inMetastore());
    }
  }

  /**
   * Partitions of a table, the last by name first.
   *
   * @param total of all pages
   * @param truncated whether the table may have more than are known by name
   * @param next what to hand in as {@code offset} for the next page; absent on the last
   */
  @Serdeable
  public record PartitionPage(
      List<PartitionView> partitions, int total, boolean truncated, @Nullable Integer next) {

    static PartitionPage of(PartitionList list, int offset, int limit) {
      int total = list.partitions().size();
      int from = Math.min(offset, total);
      int to = Math.min(total, from + limit);
      return new PartitionPage(
          list.partitions().subList(from, to).stream().map(PartitionView::of).toList(),
          total,
          list.truncated(),
          to < total ? to : null);
    }

    static PartitionPage first(PartitionList list) {
      return of(list, 0, ON_PAGE);
    }
  }
}
