package io.weirworks.messaging.storage;

import org.jspecify.annotations.Nullable;

/**
 * A subject as its row has it.
 *
 * @param sequence number of its last event
 * @param state null where it is removed and only its stub is left
 * @param weight about how many bytes it takes in memory, as when it was last read to be decided on,
 *     or written; 0 where that is not known
 */
public record SubjectRow<S>(
    String id,
    int shard,
    String orderingKey,
    @Nullable String workspace,
    long sequence,
    @Nullable S state,
    int weight) {

  SubjectRow<S> weighing(int bytes) {
    return new SubjectRow<>(id, shard, orderingKey, workspace, sequence, state, bytes);
  }
}
