package io.weirworks.messaging.shard;

import io.weirworks.messaging.projection.StatePublisher;
import io.weirworks.messaging.storage.OutboxTable;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
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

  final ParkedKeys parked = new ParkedKeys();

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

  /** Whether small things wait for a transaction although no input does. */
  boolean needsHousekeeping() {
    return !acknowledged.isEmpty() || !buried.isEmpty() || statePublished > stateComplete;
  }
}
