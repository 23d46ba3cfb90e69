package io.weirworks.messaging.shard;

import java.util.Set;

/**
 * Another member has taken these shards: this one is fenced and changes nothing of them any more.
 */
final class LostEpochException extends Exception {

  private final Set<Integer> shards;

  LostEpochException(Set<Integer> shards) {
    super("shards " + shards + " have another owner");
    this.shards = shards;
  }

  Set<Integer> shards() {
    return shards;
  }
}
