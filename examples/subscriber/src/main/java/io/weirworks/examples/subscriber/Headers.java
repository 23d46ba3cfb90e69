package io.weirworks.examples.subscriber;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.schemas.CloudEventHeaders;
import io.weirworks.schemas.Sequence;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** CloudEvents attributes are Kafka headers: they can be read without decoding the value. */
final class Headers {

  private Headers() {}

  static void add(ProducerRecord<String, byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(UTF_8));
  }

  /** The attribute as text; empty where the record does not have it. */
  static String text(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  /** The number of the subject's event; 0 on records that have none, such as replies. */
  static long sequence(ConsumerRecord<String, byte[]> record) {
    String text = text(record, CloudEventHeaders.SEQUENCE);
    return text.isEmpty() ? 0 : Sequence.parse(text);
  }
}
