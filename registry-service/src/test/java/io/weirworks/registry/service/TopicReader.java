package io.weirworks.registry.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.UndecodableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from its start to its present end, as a subscriber does. */
final class TopicReader {

  /** A record; headers are those of the contract. */
  record Read(String key, Map<String, String> headers, SpecificRecord value) {
    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  private static final AvroCodec CODEC = new AvroCodec(SchemaCatalogue.contract());

  private TopicReader() {}

  /** All records but tombstones. */
  static List<Read> read(String bootstrap, String topic) {
    return raw(bootstrap, topic).stream()
        .filter(record -> record.value() != null)
        .map(TopicReader::decoded)
        .toList();
  }

  /** The keys of tombstones. */
  static List<String> removed(String bootstrap, String topic) {
    return raw(bootstrap, topic).stream()
        .filter(record -> record.value() == null)
        .map(record -> new String(record.key(), UTF_8))
        .toList();
  }

  private static List<ConsumerRecord<byte[], byte[]>> raw(String bootstrap, String topic) {
    Map<String, Object> config =
        Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(all::add);
      }
    }
    return all;
  }

  private static Read decoded(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    record
        .headers()
        .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
    try {
      return new Read(new String(record.key(), UTF_8), headers, CODEC.decode(record.value()));
    } catch (UndecodableException e) {
      throw new AssertionError(record.topic() + "@" + record.offset() + " cannot be read", e);
    }
  }
}
