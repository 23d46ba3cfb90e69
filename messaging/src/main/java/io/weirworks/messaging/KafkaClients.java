package io.weirworks.messaging;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** The Kafka clients that messaging works with; tests put doubles in between. */
public interface KafkaClients {

  /** The consumer of the shard loop: classic protocol, static member of this id. */
  Consumer<byte[], byte[]> consumer(String groupInstanceId);

  /** An idempotent producer, or a transactional one that fences its predecessor of the same id. */
  Producer<byte[], byte[]> producer(Optional<String> transactionalId);

  Admin admin();

  /** Plain configuration as {@code kafka.*} properties say it. */
  static KafkaClients of(Map<String, Object> configuration, MessagingSettings settings) {
    return new ConfiguredKafkaClients(configuration, settings);
  }
}
