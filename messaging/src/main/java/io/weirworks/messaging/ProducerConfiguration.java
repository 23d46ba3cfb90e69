package io.weirworks.messaging;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * How every producer of ours is configured, in one place: what an application says is kept but for
 * what order and completeness need.
 */
public final class ProducerConfiguration {

  private static final int LARGEST_REQUEST = 17 << 20;

  private ProducerConfiguration() {}

  /** The configuration of a producer that loses nothing and keeps order. */
  public static Map<String, Object> of(Map<String, Object> configuration) {
    Map<String, Object> all = new HashMap<>(configuration);
    all.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
    all.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    all.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 20_000);
    all.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    all.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 0);
    all.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 128 << 10);
    all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
    all.put(ProducerConfig.ACKS_CONFIG, "all");
    all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // With more, a broker that refuses the first requests of a partition (its leader is not ready)
    // takes a later one, since it knows no sequence yet; the refused ones are out of order for
    // ever.
    all.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    return all;
  }
}
