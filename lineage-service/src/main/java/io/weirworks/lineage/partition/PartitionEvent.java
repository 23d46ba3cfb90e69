package io.weirworks.lineage.partition;

import io.weirworks.lineage.dataset.DatasetRef;
import java.util.List;

/** A statement said something of partitions that was not known. */
public record PartitionEvent(DatasetRef dataset, List<PartitionWord> words) {

  public PartitionEvent {
    words = List.copyOf(words);
  }
}
