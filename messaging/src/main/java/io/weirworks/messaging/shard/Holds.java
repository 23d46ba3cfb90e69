package io.weirworks.messaging.shard;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owned shards that stand before an input. One that tries again is open, and its hold is still
 * shown until it is past the input: readiness stays red meanwhile.
 */
final class Holds {

  private static final Logger LOG = LoggerFactory.getLogger(Holds.class);

  private final ShardReader reader;
  private final Map<Integer, Hold> holds = new TreeMap<>();
  private final Set<Integer> trying = new TreeSet<>();

  Holds(ShardReader reader) {
    this.reader = reader;
  }

  boolean isOpen(int shard) {
    return !holds.containsKey(shard) || trying.contains(shard);
  }

  /** The shard stands before an input, unless it stands before an earlier one already. */
  void stand(OwnedShard shard, Hold hold) {
    if (!isOpen(shard.shard)) {
      return;
    }
    trying.remove(shard.shard);
    Hold before = holds.get(shard.shard);
    if (before != null && before.isBefore(hold.input())) {
      holds.put(shard.shard, hold.since(before.since()));
    } else {
      holds.put(shard.shard, hold);
      LOG.error("shard {} stands before {}: {}", shard.shard, hold.input().stop(), hold.reason());
    }
    reader.pause(shard);
  }

  /**
   * Lets a held shard try again.
   *
   * @param reading from its stored positions at once, or only after its position was moved
   */
  void tryAgain(OwnedShard shard, boolean reading) {
    trying.add(shard.shard);
    if (reading) {
      reader.read(shard);
    }
  }

  void forget(int shard) {
    holds.remove(shard);
    trying.remove(shard);
  }

  /** What the shard stood before is gone without it. */
  void vanished(OwnedShard shard) {
    forget(shard.shard);
    reader.read(shard);
  }

  /** After a transaction of the shard that decided these inputs. */
  void progressed(OwnedShard shard, List<Input> decided) {
    Hold hold = holds.get(shard.shard);
    if (hold == null || !trying.contains(shard.shard) || !isPast(shard, hold, decided)) {
      return;
    }
    forget(shard.shard);
    boolean skipped =
        decided.stream()
            .anyMatch(input -> input instanceof Input.Skipped && hold.isBefore(input.original()));
    if (skipped) {
      reader.read(shard); // it was not resumed before its position had moved
    }
  }

  private static boolean isPast(OwnedShard shard, Hold hold, List<Input> decided) {
    return switch (hold.input()) {
      case Input.Polled(var record, var _) ->
          shard.positions.getOrDefault(record.topic(), 0L) > record.offset();
      case Input.Unparked _, Input.Due _ ->
          decided.stream().anyMatch(input -> hold.isBefore(input.original()));
    };
  }

  /** Those whose next try is due. */
  List<Hold> due() {
    return holds.values().stream()
        .filter(hold -> hold.retryAt() - System.nanoTime() <= 0 && !trying.contains(hold.shard()))
        .toList();
  }

  Collection<Hold> all() {
    return holds.values();
  }
}
