package io.weirworks.lineage.partition.adapter;

import io.weirworks.contract.lineage.TablePartitionsChanged;
import io.weirworks.contract.lineage.TablePartitionsState;
import io.weirworks.lineage.catalogue.adapter.PartitionRecords;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.dataset.adapter.DatasetRecords;
import io.weirworks.lineage.partition.PartitionEvent;
import io.weirworks.lineage.partition.PartitionWord;
import io.weirworks.lineage.partition.TablePartitions;
import java.util.List;

/** What statements said of partitions to the contract's records. */
final class PartitionWordRecords {

  private PartitionWordRecords() {}

  static TablePartitionsChanged event(PartitionEvent event) {
    return new TablePartitionsChanged(
        DatasetRecords.record(event.dataset()), records(event.words()));
  }

  static TablePartitionsState state(TablePartitions state) {
    return new TablePartitionsState(DatasetRecords.record(state.dataset()), records(state.words()));
  }

  private static List<io.weirworks.contract.lineage.PartitionWord> records(
      List<PartitionWord> words) {
    return words.stream().map(PartitionWordRecords::record).toList();
  }

  private static io.weirworks.contract.lineage.PartitionWord record(PartitionWord word) {
    Confirmation by = word.at().by();
    Job job = word.job();
    return new io.weirworks.contract.lineage.PartitionWord(
        PartitionRecords.record(word.kind()),
        PartitionRecords.values(word.spec()),
        by.runId(),
        by.statementIndex(),
        word.at().position(),
        by.observedAt(),
        job == null ? null : DatasetRecords.record(job));
  }
}
