package io.weirworks.schemas;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One topic of the contract.
 *
 * @param service whose topic it is
 * @param kind what it holds
 * @param maxMessageBytes the largest record batch that the broker takes
 */
public record Topic(Service service, TopicKind kind, int maxMessageBytes) {

  /** Partitions of every topic unless configured; fixed for life once the topics are made. */
  public static final int DEFAULT_PARTITIONS = 12;

  /** How long a reader of a state topic may be away before it has to rebuild its view. */
  public static final Duration TOMBSTONE_RETENTION = Duration.ofDays(30);

  /** The full name, such as {@code weirworks.scheduler.events}. */
  public String name() {
    return service.topic(kind);
  }

  /** The topic's settings under Kafka's own names, as its admin client takes them. */
  public Map<String, String> config() {
    Map<String, String> config = new TreeMap<>();
    config.put("cleanup.policy", kind.cleanup().name().toLowerCase(Locale.ROOT));
    config.put("max.message.bytes", Integer.toString(maxMessageBytes));
    switch (kind.cleanup()) {
      case COMPACT ->
          config.put("delete.retention.ms", Long.toString(TOMBSTONE_RETENTION.toMillis()));
      case DELETE ->
          config.put(
              "retention.ms", Long.toString(kind.retention().map(Duration::toMillis).orElse(-1L)));
    }
    if (kind == TopicKind.COMMANDS) {
      // Freshness of a signed command compares ce_time with the broker's clock (DESIGN 2).
      config.put("message.timestamp.type", "LogAppendTime");
    }
    return Map.copyOf(config);
  }
}
