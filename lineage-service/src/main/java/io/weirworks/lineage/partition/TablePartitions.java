package io.weirworks.lineage.partition;

import io.weirworks.lineage.catalogue.SchemaHistory.Moment;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.table.TableUpdate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The last that statements said of each partition of a table: the {@value #MOST} latest words.
 * Which words those are does not depend on the order in which they are heard, nor on how often
 * (R55): of each partition the latest counts, and what is left out is older than all that stays.
 *
 * @param words the latest first, at most one of each {@link PartitionWord#key}
 */
public record TablePartitions(DatasetRef dataset, List<PartitionWord> words) {

  public static final int MOST = 1_000;

  /** A partition with longer names and values than that is not kept. */
  static final int LONGEST = 500;

  public TablePartitions {
    words = List.copyOf(words);
  }

  /**
   * What an update leads to; empty where it says nothing new. A table of which no partition was
   * ever named keeps nothing, also when it is dropped.
   *
   * @param dropped when the table was dropped last, as far as it is known after the update
   */
  public static Optional<PartitionEvent> decide(
      @Nullable TablePartitions state, TableUpdate update, @Nullable Confirmation dropped) {
    List<PartitionWord> said = new ArrayList<>(said(update));
    if (dropped != null && (state != null || !said.isEmpty())) {
      said.add(PartitionWord.ofDroppedTable(dropped));
    }
    PartitionEvent event = new PartitionEvent(update.dataset(), said);
    boolean isNew =
        !said.isEmpty() && (state == null || !state.with(said).words.equals(state.words));
    return isNew ? Optional.of(event) : Optional.empty();
  }

  private static List<PartitionWord> said(TableUpdate update) {
    List<PartitionWord> said = new ArrayList<>();
    for (int i = 0; i < update.partitionChanges().size(); i++) {
      var change = update.partitionChanges().get(i);
      if (change.spec().characters() <= LONGEST) {
        said.add(
            new PartitionWord(
                change.spec(), change.kind(), new Moment(update.by(), i), update.writer().job()));
      }
    }
    return said.subList(Math.max(0, said.size() - MOST), said.size());
  }

  public static TablePartitions evolve(@Nullable TablePartitions state, PartitionEvent event) {
    TablePartitions before =
        state == null ? new TablePartitions(event.dataset(), List.of()) : state;
    return before.with(event.words());
  }

  private TablePartitions with(List<PartitionWord> said) {
    Map<String, PartitionWord> latest = new HashMap<>();
    words.forEach(word -> latest.put(word.key(), word));
    said.forEach(word -> latest.merge(word.key(), word, PartitionWord::later));
    return new TablePartitions(
        dataset, latest.values().stream().sorted(PartitionWord.LATEST_FIRST).limit(MOST).toList());
  }

  /**
   * The words with their partitions in another spelling, of those that become the same the latest.
   */
  public TablePartitions spelled(UnaryOperator<PartitionWord> spelling) {
    return new TablePartitions(dataset, List.of()).with(words.stream().map(spelling).toList());
  }

  /** Of each partition that is there the word that says so. */
  public List<PartitionWord> there() {
    List<PartitionWord> drops = words.stream().filter(PartitionWord::drops).toList();
    return words.stream()
        .filter(word -> !word.drops() && drops.stream().noneMatch(drop -> drop.ends(word)))
        .toList();
  }
}
