package io.weirworks.examples.subscriber;

import io.weirworks.infra.testing.Infra;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.CloudEventHeaders;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.Sequence;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.Topic;
import io.weirworks.schemas.TopicKind;
import io.weirworks.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Plays the scheduler on its topics. */
final class Scheduler implements AutoCloseable {

  private static final int PARTITIONS = 3;

  final String bootstrapServers = Infra.shared().broker().bootstrapServers();
  private final AvroCodec codec = new AvroCodec(SchemaCatalogue.contract());
  private final KafkaProducer<String, byte[]> producer;

  Scheduler() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      Set<String> there = admin.listTopics().names().get();
      List<NewTopic> missing = new ArrayList<>();
      for (Topic topic : Topics.of(Service.SCHEDULER)) {
        if (!there.contains(topic.name())) {
          missing.add(new NewTopic(topic.name(), PARTITIONS, (short) 1).configs(topic.config()));
        }
      }
      admin.createTopics(missing).all().get();
    }
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /**
   * @param value null for a tombstone
   */
  void tell(
      TopicKind kind,
      String key,
      String type,
      String subject,
      long sequence,
      String correlationId,
      @Nullable SpecificRecord value)
      throws Exception {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            Service.SCHEDULER.topic(kind), key, value == null ? null : codec.encode(value));
    Headers.add(record, CloudEventHeaders.TYPE, type);
    Headers.add(record, CloudEventHeaders.SUBJECT, subject);
    Headers.add(record, CloudEventHeaders.CORRELATION_ID, correlationId);
    if (sequence > 0) {
      Headers.add(record, CloudEventHeaders.SEQUENCE, Sequence.format(sequence));
    }
    producer.send(record).get();
  }

  /** The last command on the topic, if it has this id. */
  List<ConsumerRecord<String, byte[]>> commands(String id) {
    String topic = Service.SCHEDULER.topic(TopicKind.COMMANDS);
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          if (Headers.text(record, CloudEventHeaders.ID).equals(id)) {
            found.add(record);
          }
        }
      }
    }
    return found;
  }

  SpecificRecord decoded(ConsumerRecord<String, byte[]> record) throws Exception {
    return codec.decode(record.value());
  }

  @Override
  public void close() {
    producer.close();
  }
}
