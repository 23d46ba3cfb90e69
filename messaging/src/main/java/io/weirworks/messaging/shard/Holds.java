package io.weirworks.messaging.shard;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Owned shards that stand before a record. One that tries again is open, and its hold is still
 * shown until it is past the record: readiness stays red meanwhile.
 */
final class Holds {

  private final Map<Integer, Hold> holds = new TreeMap<>();
  private final Set<Integer> trying = new TreeSet<>();

  boolean isOpen(int shard) {
    return !holds.containsKey(shard) || trying.contains(shard);
  }

  /** Gives the hold that was there before. */
  Optional<Hold> stand(int shard, Hold hold) {
    trying.remove(shard);
    return Optional.ofNullable(holds.put(shard, hold));
  }

  void tryAgain(int shard) {
    trying.add(shard);
  }

  void forget(int shard) {
    holds.remove(shard);
    trying.remove(shard);
  }

  /** After a transaction of the shard: whether it is past what it stood before. */
  void progressed(OwnedShard shard) {
    Hold hold = holds.get(shard.shard);
    if (hold != null
        && trying.contains(shard.shard)
        && (hold.offset() < 0 || shard.positions.getOrDefault(hold.topic(), 0L) > hold.offset())) {
      forget(shard.shard);
    }
  }

  /** Those whose next try is due. */
  List<Hold> due() {
    return holds.values().stream()
        .filter(hold -> hold.retryAt() <= System.nanoTime() && !trying.contains(hold.partition()))
        .toList();
  }

  Collection<Hold> all() {
    return holds.values();
  }
}
