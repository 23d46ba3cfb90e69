package io.weirworks.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.infra.testing.Infra;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.RepeatedTest;

/** DESIGN 3.5: published in order, also when the broker is not ready for the first records. */
class KafkaClientsTest {

  private static final int PARTITIONS = 12;
  private static final int RECORDS = 2_400;

  private final String bootstrap = Infra.shared().broker().bootstrapServers();
  private final KafkaClients clients =
      KafkaClients.of(
          Map.of("bootstrap.servers", bootstrap), MessagingSettings.of("nobody", "clients"));

  @RepeatedTest(5)
  void recordsOfATopicJustMadeArriveCompleteAndInOrder() throws Exception {
    // given a topic whose leaders are not ready yet
    String topic = Infra.freshName("just-made");
    try (Admin admin = clients.admin()) {
      admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1))).all().get();
    }

    // when
    ConcurrentLinkedQueue<Exception> refused = new ConcurrentLinkedQueue<>();
    try (Producer<byte[], byte[]> producer = clients.producer(Optional.empty())) {
      for (int i = 0; i < RECORDS; i++) {
        byte[] value = String.valueOf(i).getBytes(UTF_8);
        Future<?> _ =
            producer.send(
                new ProducerRecord<>(topic, i % PARTITIONS, new byte[0], value),
                (metadata, error) -> {
                  if (error != null) {
                    refused.add(error);
                  }
                });
      }
    }

    // then
    assertThat(refused).isEmpty();
    Map<Integer, List<Integer>> expected = new HashMap<>();
    IntStream.range(0, RECORDS)
        .forEach(i -> expected.computeIfAbsent(i % PARTITIONS, p -> new ArrayList<>()).add(i));
    assertThat(read(topic)).isEqualTo(expected);
  }

  private Map<Integer, List<Integer>> read(String topic) {
    Map<Integer, List<Integer>> found = new HashMap<>();
    List<TopicPartition> partitions =
        IntStream.range(0, PARTITIONS).mapToObj(p -> new TopicPartition(topic, p)).toList();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          found
              .computeIfAbsent(record.partition(), p -> new ArrayList<>())
              .add(Integer.valueOf(new String(record.value(), UTF_8)));
        }
      }
    }
    return found;
  }
}
