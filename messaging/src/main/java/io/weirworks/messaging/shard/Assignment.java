package io.weirworks.messaging.shard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/**
 * What the group gave this member. Every partition is paused and sought to a provisional position
 * at once; a shard may be taken only when the partitions of all topics with its number are here.
 */
final class Assignment implements ConsumerRebalanceListener {

  private final Consumer<byte[], byte[]> consumer;
  private final List<String> topics;
  private final Runnable beforeRevocation;
  private final IntConsumer shardLeft;
  private final Set<TopicPartition> partitions = new HashSet<>();
  private long generation;

  Assignment(
      Consumer<byte[], byte[]> consumer,
      List<String> topics,
      Runnable beforeRevocation,
      IntConsumer shardLeft) {
    this.consumer = consumer;
    this.topics = topics;
    this.beforeRevocation = beforeRevocation;
    this.shardLeft = shardLeft;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
    consumer.pause(assigned);
    assigned.forEach(partition -> consumer.seek(partition, 0));
    partitions.addAll(assigned);
    generation++;
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    if (!revoked.isEmpty()) {
      beforeRevocation.run();
    }
    onPartitionsLost(revoked);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> lost) {
    lost.forEach(partitions::remove);
    lost.stream().map(TopicPartition::partition).distinct().forEach(shardLeft::accept);
    generation++;
  }

  /**
   * Counts the group's changes, so that what was refused before one may be tried again after it.
   */
  long generation() {
    return generation;
  }

  Set<Integer> complete() {
    Set<Integer> complete = new TreeSet<>();
    for (TopicPartition partition : partitions) {
      if (partitions.containsAll(of(partition.partition()))) {
        complete.add(partition.partition());
      }
    }
    return complete;
  }

  /** Shards of which some partitions are here and others are not. */
  Set<Integer> incomplete() {
    Set<Integer> incomplete = new TreeSet<>();
    partitions.forEach(partition -> incomplete.add(partition.partition()));
    incomplete.removeAll(complete());
    return incomplete;
  }

  List<TopicPartition> of(int shard) {
    List<TopicPartition> all = new ArrayList<>(topics.size());
    topics.forEach(topic -> all.add(new TopicPartition(topic, shard)));
    return all;
  }

  boolean isEmpty() {
    return partitions.isEmpty();
  }
}
