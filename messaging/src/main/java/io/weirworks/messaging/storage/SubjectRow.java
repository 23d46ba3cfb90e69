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

  /** About what an object takes that holds one column. */
  static final int COLUMN = 48;

  /** What these columns hold, and about what objects around it take. */
  static int weight(@Nullable Object[] values) {
    int weight = 0;
    for (Object value : values) {
      weight += COLUMN;
      if (value instanceof String text) {
        weight += text.length();
      } else if (value instanceof byte[] bytes) {
        weight += bytes.length;
      }
    }
    return weight;
  }

  SubjectRow<S> weighing(int bytes) {
    return new SubjectRow<>(id, shard, orderingKey, workspace, sequence, state, bytes);
  }
}
