package io.weirworks.messaging;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Real clients: what the mechanism needs overrides what the configuration says. */
final class ConfiguredKafkaClients implements KafkaClients {

  private static final int SESSION_MS = 10_000;

  /** How long the others take at most to hear that a member came or left. */
  private static final int HEARTBEAT_MS = 1_000;

  private static final int POLL_MS = 120_000;

  private final Map<String, Object> configuration;
  private final MessagingSettings settings;

  ConfiguredKafkaClients(Map<String, Object> configuration, MessagingSettings settings) {
    this.configuration = Map.copyOf(configuration);
    this.settings = settings;
  }

  @Override
  public Consumer<byte[], byte[]> consumer(String groupInstanceId) {
    Map<String, Object> all = new HashMap<>(configuration);
    all.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MS);
    all.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MS);
    all.putIfAbsent(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, POLL_MS);
    all.putIfAbsent(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
    all.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
    all.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
    all.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
    all.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, groupInstanceId);
    all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
    all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public Producer<byte[], byte[]> producer(Optional<String> transactionalId) {
    Map<String, Object> all = ProducerConfiguration.of(configuration);
    transactionalId.ifPresent(
        id -> {
          all.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
          all.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        });
    return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @Override
  public Admin admin() {
    return Admin.create(new HashMap<>(configuration));
  }
}
