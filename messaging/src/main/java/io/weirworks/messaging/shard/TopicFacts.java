package io.weirworks.messaging.shard;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** What the broker says of the topics that a shard is made of. */
final class TopicFacts {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** A topic's identity: a topic made anew under the same name has another id. */
  record Fact(String id, int partitions) {}

  /** The offsets that a log holds: begin ≤ offset ≤ end is a position in it. */
  record Range(long begin, long end) {
    boolean holds(long offset) {
      return begin <= offset && offset <= end;
    }
  }

  private final Admin admin;
  private final Consumer<byte[], byte[]> consumer;

  TopicFacts(Admin admin, Consumer<byte[], byte[]> consumer) {
    this.admin = admin;
    this.consumer = consumer;
  }

  Map<String, Fact> describe(List<String> topics) throws NotYetException {
    try {
      Map<String, TopicDescription> all =
          admin.describeTopics(topics).allTopicNames().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      Map<String, Fact> facts = new HashMap<>();
      all.forEach(
          (name, topic) ->
              facts.put(name, new Fact(topic.topicId().toString(), topic.partitions().size())));
      return facts;
    } catch (ExecutionException | TimeoutException e) {
      throw new NotYetException("the broker does not describe " + topics + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotYetException("interrupted", e);
    }
  }

  Map<String, Range> ranges(Collection<TopicPartition> partitions) throws NotYetException {
    try {
      Map<TopicPartition, Long> begin = consumer.beginningOffsets(partitions, PATIENCE);
      Map<TopicPartition, Long> end = consumer.endOffsets(partitions, PATIENCE);
      Map<String, Range> ranges = new HashMap<>();
      for (TopicPartition partition : partitions) {
        Long from = begin.get(partition);
        Long to = end.get(partition);
        if (from == null || to == null) {
          throw new NotYetException("the broker does not tell the offsets of " + partition, null);
        }
        ranges.put(partition.topic(), new Range(from, to));
      }
      return ranges;
    } catch (org.apache.kafka.common.errors.RetriableException e) {
      throw new NotYetException("the broker does not tell offsets: " + e.getMessage(), e);
    }
  }
}
