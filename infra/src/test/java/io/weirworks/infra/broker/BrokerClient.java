package io.weirworks.infra.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The few calls that the broker's tests make, over topics of one partition. */
final class BrokerClient implements AutoCloseable {

  private static final int LIMIT_SECONDS = 60;

  private final String bootstrapServers;
  private final Admin admin;

  BrokerClient(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.admin = Admin.create(config(Map.of()));
  }

  void createTopic(String name) throws Exception {
    admin
        .createTopics(List.of(new NewTopic(name, Optional.of(1), Optional.empty())))
        .all()
        .get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  void describe(String topic) throws Exception {
    admin.describeTopics(List.of(topic)).allTopicNames().get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  int nodes(int limitMillis) throws Exception {
    return admin
        .describeCluster(new DescribeClusterOptions().timeoutMs(limitMillis))
        .nodes()
        .get()
        .size();
  }

  void send(String topic, byte[] value) throws Exception {
    Map<String, Object> config =
        config(Map.of("max.request.size", 20_000_000, "buffer.memory", 40_000_000L));
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, value)).get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
  }

  List<byte[]> read(String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            config(Map.of()), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      List<byte[]> values = new ArrayList<>();
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofSeconds(1)).forEach(found -> values.add(found.value()));
      }
      return values;
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }

  private Map<String, Object> config(Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(more);
    all.put("bootstrap.servers", bootstrapServers);
    return all;
  }
}
