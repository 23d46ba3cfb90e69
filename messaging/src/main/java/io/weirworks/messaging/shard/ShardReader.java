package io.weirworks.messaging.shard;

import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Reads an owned shard's partitions from its positions, or does not. */
final class ShardReader {

  private final Consumer<byte[], byte[]> consumer;

  ShardReader(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  private static List<TopicPartition> partitions(OwnedShard shard) {
    return shard.positions.keySet().stream()
        .map(topic -> new TopicPartition(topic, shard.shard))
        .toList();
  }

  void read(OwnedShard shard) {
    shard.positions.forEach(
        (topic, offset) -> consumer.seek(new TopicPartition(topic, shard.shard), offset));
    consumer.resume(partitions(shard));
  }

  void pause(OwnedShard shard) {
    consumer.pause(partitions(shard));
  }
}
