package io.weirworks.messaging.shard;

import io.weirworks.messaging.projection.StatePublisher;
import io.weirworks.messaging.storage.OutboxTable;
import io.weirworks.messaging.storage.ParkedTable;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a shard knows in memory. True only as long as its epoch is; changed only after
 * a commit, thrown away on any doubt.
 */
final class OwnedShard {

  final int shard;
  final long epoch;

  /** Next offset by topic. */
  final Map<String, Long> positions = new HashMap<>();

  /** Ordering keys with a continuation or with records behind one. */
  final Set<String> queuedKeys = new HashSet<>();

  /** Those of them whose continuation is not done. */
  final Set<String> continuedKeys = new HashSet<>();

  /** Outbox rows that the broker has and the table not yet forgot. */
  final Set<OutboxTable.Key> acknowledged = new HashSet<>();

  /** Stubs of removed subjects whose tombstones the broker has. */
  final Set<StatePublisher.Stub> buried = new HashSet<>();

  /** Number of the shard's last committed transaction. */
  long number;

  /** The state topic holds everything up to this transaction, as far as the table knows. */
  long stateComplete;

  /** The same as far as the publisher knows. */
  long statePublished;

  boolean someWaitAfter;
  @Nullable Instant nextTimer;

  OwnedShard(int shard, long epoch, long number, long stateComplete) {
    this.shard = shard;
    this.epoch = epoch;
    this.number = number;
    this.stateComplete = stateComplete;
    this.statePublished = stateComplete;
  }

  boolean hasTimerDue(Instant now) {
    return nextTimer != null && !nextTimer.isAfter(now);
  }

  void timerSet(Instant due) {
    if (nextTimer == null || due.isBefore(nextTimer)) {
      nextTimer = due;
    }
  }

  void waiting(List<ParkedTable.Waiting> parked) {
    queuedKeys.clear();
    continuedKeys.clear();
    someWaitAfter = false;
    for (ParkedTable.Waiting waiting : parked) {
      switch (waiting.reason()) {
        case AFTER -> someWaitAfter = true;
        case BEHIND -> queuedKeys.add(waiting.orderingKey());
        case CONTINUATION -> {
          queuedKeys.add(waiting.orderingKey());
          continuedKeys.add(waiting.orderingKey());
        }
      }
    }
  }

  /** Whether small things wait for a transaction although no input does. */
  boolean needsHousekeeping() {
    return !acknowledged.isEmpty() || !buried.isEmpty() || statePublished > stateComplete;
  }
}
