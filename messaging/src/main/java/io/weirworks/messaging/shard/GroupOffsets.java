package io.weirworks.messaging.shard;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offsets in the group tell lag tools the truth; what counts are the positions in the table (DESIGN
 * 3.7).
 */
final class GroupOffsets {

  private static final Logger LOG = LoggerFactory.getLogger(GroupOffsets.class);
  private static final long EVERY = Duration.ofSeconds(1).toNanos();

  private final Consumer<byte[], byte[]> consumer;
  private long committedAt = System.nanoTime() - EVERY;
  private long answeredAt = System.nanoTime();

  GroupOffsets(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /** {@link System#nanoTime()} of the group's last answer, or when there was nothing to ask. */
  long answeredAt() {
    return answeredAt;
  }

  /** Commits where these shards are, now and then. */
  void commit(Collection<OwnedShard> owned) {
    if (owned.isEmpty()) {
      answeredAt = System.nanoTime();
      return;
    }
    if (System.nanoTime() - committedAt < EVERY) {
      return;
    }
    committedAt = System.nanoTime();
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    for (OwnedShard shard : owned) {
      shard.positions.forEach(
          (topic, offset) ->
              offsets.put(new TopicPartition(topic, shard.shard), new OffsetAndMetadata(offset)));
    }
    consumer.commitAsync(
        offsets,
        (all, error) -> {
          if (error == null) {
            answeredAt = System.nanoTime();
          } else {
            LOG.debug("offsets are not committed: {}", error.toString());
          }
        });
  }
}
