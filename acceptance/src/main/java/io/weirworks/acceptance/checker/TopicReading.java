package io.weirworks.acceptance.checker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.contract.CommandAccepted;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.UndecodableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from its start to its present end, committed records only. */
final class TopicReading {

  private static final Duration POLL = Duration.ofMillis(200);

  private final String bootstrapServers;
  private final AvroCodec codec;

  TopicReading(String bootstrapServers, AvroCodec codec) {
    this.bootstrapServers = bootstrapServers;
    this.codec = codec;
  }

  List<Seen> read(String topic) {
    Map<String, Object> configuration =
        Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
    List<Seen> all = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      if (!consumer.listTopics().containsKey(topic)) {
        return all;
      }
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(POLL).forEach(record -> all.add(seen(record)));
      }
    }
    return all;
  }

  private Seen seen(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), header.value() == null ? "" : new String(header.value(), UTF_8));
    }
    Optional<CommandAccepted> accepted = accepted(record.value());
    return new Seen(
        record.topic(),
        record.partition(),
        record.offset(),
        headers,
        accepted.map(CommandAccepted::getSubject).filter(subject -> !subject.isEmpty()),
        accepted.map(CommandAccepted::getSequence).orElse(0L));
  }

  private Optional<CommandAccepted> accepted(byte[] value) {
    try {
      return codec.decode(value) instanceof CommandAccepted accepted
          ? Optional.of(accepted)
          : Optional.empty();
    } catch (UndecodableException e) {
      throw new IllegalStateException("a record of our own cannot be decoded", e);
    }
  }
}
