package io.weirworks.messaging.wire;

import java.util.List;
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

  /**
   * Bytes of key, value and headers, as the broker's limit counts them up to a few bytes of
   * framing.
   */
  public int size() {
    int size = key.length + (value == null ? 0 : value.length) + 64;
    for (Header header : headers) {
      size += header.key().length() + (header.value() == null ? 0 : header.value().length) + 4;
    }
    return size;
  }

  @SuppressWarnings("NullAway") // a null value is how Kafka spells a tombstone
  public ProducerRecord<byte[], byte[]> toProducerRecord() {
    return new ProducerRecord<>(topic, partition, key, value, headers);
  }
}
