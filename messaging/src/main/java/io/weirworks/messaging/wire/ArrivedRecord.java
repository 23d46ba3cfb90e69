package io.weirworks.messaging.wire;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was read from a topic; it keeps its place of origin while it is parked or
 * forwarded.
 *
 * @param timestamp the broker's append time, milliseconds since the epoch
 */
public record ArrivedRecord(
    String topic,
    int partition,
    long offset,
    long timestamp,
    byte[] key,
    byte @Nullable [] value,
    List<Header> headers) {

  public static ArrivedRecord of(ConsumerRecord<byte[], byte[]> record) {
    byte[] key = record.key() == null ? new byte[0] : record.key();
    return new ArrivedRecord(
        record.topic(),
        record.partition(),
        record.offset(),
        record.timestamp(),
        key,
        record.value(),
        List.of(record.headers().toArray()));
  }

  public @Nullable String header(String name) {
    return HeaderList.value(headers, name);
  }

  @Override
  public String toString() {
    return topic + "-" + partition + "@" + offset;
  }
}
