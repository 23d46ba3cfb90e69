package io.weirworks.standalone.topics;

import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.standalone.StandaloneException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads all partitions of some topics, committed records only, without a consumer group. For use by
 * one thread.
 */
public final class TopicReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  private TopicReader(String bootstrapServers, Collection<String> topics, boolean allOfThem) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    try {
      this.partitions = partitions(topics, allOfThem);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  /**
   * Stands at the beginning of the topics.
   *
   * @throws StandaloneException {@code TOPIC_MISSING}
   */
  public static TopicReader of(String bootstrapServers, Collection<String> topics) {
    return new TopicReader(bootstrapServers, topics, true);
  }

  /** As {@link #of}, without those that do not exist; at least one does. */
  public static TopicReader ofThoseThere(String bootstrapServers, Collection<String> topics) {
    return new TopicReader(bootstrapServers, topics, false);
  }

  private List<TopicPartition> partitions(Collection<String> topics, boolean allOfThem) {
    Map<String, List<PartitionInfo>> there = consumer.listTopics();
    List<TopicPartition> found = new ArrayList<>();
    for (String topic : topics) {
      List<PartitionInfo> infos = there.getOrDefault(topic, List.of());
      if (infos.isEmpty() && allOfThem) {
        throw missing(topic);
      }
      infos.forEach(info -> found.add(new TopicPartition(topic, info.partition())));
    }
    if (found.isEmpty()) {
      throw missing(String.join(", ", topics));
    }
    return List.copyOf(found);
  }

  private static StandaloneException missing(String topics) {
    return new StandaloneException(
        StandaloneException.Code.TOPIC_MISSING,
        "topic %s does not exist: its service has not run yet; see: weirworks status"
            .formatted(topics));
  }

  /** Goes to the present end; what comes from now on is read. */
  public void toEnd() {
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  /** Goes to the first records that are not older than this by the broker's time. */
  public void toTime(Instant time) {
    Map<TopicPartition, Long> wanted = new HashMap<>();
    partitions.forEach(partition -> wanted.put(partition, time.toEpochMilli()));
    Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(wanted);
    for (TopicPartition partition : partitions) {
      OffsetAndTimestamp place = found.get(partition);
      if (place == null) {
        consumer.seekToEnd(List.of(partition));
        consumer.position(partition);
      } else {
        consumer.seek(partition, place.offset());
      }
    }
  }

  /** Hands over all that was there when this was called. */
  public void readToEnd(Consumer<ArrivedRecord> take) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (partitions.stream()
        .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
      poll().forEach(take);
    }
  }

  /** What came since; waits a moment for the first. Records of one poll are in order of time. */
  public List<ArrivedRecord> poll() {
    List<ArrivedRecord> arrived = new ArrayList<>();
    consumer.poll(POLL).forEach(record -> arrived.add(ArrivedRecord.of(record)));
    arrived.sort(Comparator.comparingLong(ArrivedRecord::timestamp));
    return arrived;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
