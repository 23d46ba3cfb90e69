package io.weirworks.messaging.shard;

import io.weirworks.messaging.storage.ParkedTable;
import io.weirworks.messaging.storage.ParkedTable.Waiting;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What of a shard is parked, as its owner knows it: read when the shard is taken, moved along with
 * each commit. To ask the table each time would cost a look at every row for each one of them.
 */
final class ParkedKeys {

  private static final Comparator<ParkedTable.Key> ARRIVAL =
      Comparator.comparingLong(ParkedTable.Key::number).thenComparingInt(ParkedTable.Key::place);

  /** Ordering keys of the continuations, in arrival order. */
  private final SortedMap<ParkedTable.Key, String> continuations = new TreeMap<>(ARRIVAL);

  /** How many records wait behind one, by ordering key. */
  private final Map<String, Integer> behind = new HashMap<>();

  private int after;

  void add(Waiting row) {
    switch (row.reason()) {
      case CONTINUATION -> continuations.put(row.key(), row.orderingKey());
      case BEHIND -> behind.merge(row.orderingKey(), 1, Integer::sum);
      case AFTER -> after++;
    }
  }

  void remove(Waiting row) {
    switch (row.reason()) {
      case CONTINUATION -> continuations.remove(row.key());
      case BEHIND -> behind.computeIfPresent(row.orderingKey(), (_, n) -> n == 1 ? null : n - 1);
      case AFTER -> after--;
    }
  }

  /** The first of what is left of large decisions. */
  List<ParkedTable.Key> continuations(int most) {
    return continuations.keySet().stream().limit(most).toList();
  }

  /** Ordering keys whose continuation is not done. */
  Collection<String> unfinished() {
    return Collections.unmodifiableCollection(continuations.values());
  }

  /** Ordering keys with a continuation or with records behind one. */
  Stream<String> queued() {
    return Stream.concat(continuations.values().stream(), behind.keySet().stream());
  }

  boolean hasQueued() {
    return !continuations.isEmpty() || !behind.isEmpty();
  }

  /** Whether of some key what waited behind a continuation may be decided. */
  boolean hasBehindDone() {
    return !Set.copyOf(continuations.values()).containsAll(behind.keySet());
  }

  /** Whether a command waits for what it names in {@code ce_after}. */
  boolean hasAfter() {
    return after > 0;
  }
}
