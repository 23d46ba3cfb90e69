package io.weirworks.messaging.wire;

import io.weirworks.schemas.Topic;
import io.weirworks.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record ready to be sent: encoded, measured, with its place decided.
 *
 * @param partition null leaves it to the producer's partitioner
 * @param value null is a tombstone
 */
public record OutgoingRecord(
    String topic,
    @Nullable Integer partition,
    byte[] key,
    byte @Nullable [] value,
    List<Header> headers) {

  /** More than the head of a batch (61), of a record in it and of an LZ4 frame. */
  private static final int BATCH = 128;

  private static final Map<String, Integer> LIMITS =
      Topics.all().stream().collect(Collectors.toMap(Topic::name, Topic::maxMessageBytes));

  /**
   * Never less than what the broker's limit counts: key, value and headers, the batch around them,
   * and what LZ4 adds to bytes that it cannot shrink (4 for each block of 64 KiB). A record that
   * passes our limit and not the broker's would stand in the outbox for ever.
   */
  public int size() {
    int size = key.length + (value == null ? 0 : value.length);
    for (Header header : headers) {
      size += header.key().length() * 3 + (header.value() == null ? 0 : header.value().length) + 8;
    }
    return size + BATCH + (size >>> 13);
  }

  /**
   * Itself, where its topic takes it.
   *
   * @throws TooLargeException where it does not; after a commit it would stand in the way for ever
   */
  public OutgoingRecord measured() {
    int limit = LIMITS.getOrDefault(topic, Integer.MAX_VALUE);
    if (size() > limit) {
      throw new TooLargeException(topic, size(), limit);
    }
    return this;
  }

  @SuppressWarnings("NullAway") // a null value is how Kafka spells a tombstone
  public ProducerRecord<byte[], byte[]> toProducerRecord() {
    return new ProducerRecord<>(topic, partition, key, value, headers);
  }
}
