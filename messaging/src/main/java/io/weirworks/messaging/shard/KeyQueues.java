package io.weirworks.messaging.shard;

import io.weirworks.messaging.storage.ParkedTable.Reason;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Which ordering keys wait for a large decision (DESIGN 3.3), as a transaction finds them and
 * leaves them.
 */
final class KeyQueues {

  /** Keys with parked rows when the transaction began: what arrives of them goes to the end. */
  private final Set<String> queued = new HashSet<>();

  /** Keys whose large decision is not done: nothing else of them is decided. */
  private final Set<String> unfinished = new HashSet<>();

  KeyQueues(Collection<OwnedShard> shards) {
    for (OwnedShard shard : shards) {
      shard.parked.queued().forEach(queued::add);
      unfinished.addAll(shard.parked.unfinished());
    }
  }

  /** The continuation of this key is decided now. */
  void takenUp(String key) {
    unfinished.remove(key);
  }

  /** A decision on this key leaves a continuation. */
  void left(String key) {
    unfinished.add(key);
  }

  /** Whether what arrives of this key, or fires, must wait. */
  boolean isBusy(String key) {
    return queued.contains(key) || unfinished.contains(key);
  }

  /** Whether a parked row of this key stays where it is. */
  boolean staysParked(Reason reason, String key) {
    return switch (reason) {
      case CONTINUATION -> false;
      case BEHIND -> unfinished.contains(key);
      case AFTER -> isBusy(key);
    };
  }
}
