package io.weirworks.lineage.openlineage.adapter;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the doors together. */
@Factory
final class OpenLineageFactory {

  private static final Logger LOG = LoggerFactory.getLogger(OpenLineageFactory.class);

  /** OpenLineage's clients give up after 5 s. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration LOOK = Duration.ofMillis(100);

  private final Map<String, Object> kafka;
  private final OpenLineageConfiguration configuration;

  OpenLineageFactory(
      @Property(name = "kafka.bootstrap.servers") String bootstrapServers,
      OpenLineageConfiguration configuration) {
    this.kafka = Map.of("bootstrap.servers", bootstrapServers);
    this.configuration = configuration;
  }

  /** With the context, so that what is wrong with the keys shows at the start. */
  @Context
  ApiKeys apiKeys(@Property(name = "micronaut.server.host", defaultValue = "0.0.0.0") String host) {
    ApiKeys keys = new ApiKeys(configuration.apiKeys(), host);
    if (keys.isClosed()) {
      LOG.error(
          "POST /api/v1/lineage is closed: the server listens on {}, which is not loopback, and"
              + " weirworks.lineage.openlineage.api-keys names no key; give the SHA-256 of one",
          host);
    }
    return keys;
  }

  @Singleton
  @Bean(preDestroy = "close")
  Pace pace(Backlog backlog, MeterRegistry registry) {
    Pace pace = new Pace(backlog, configuration.mostWaiting(), PATIENCE, LOOK);
    registry.gauge("weirworks.lineage.internal.waiting", pace, Pace::seen);
    return pace;
  }

  /** None where the topic's name is empty. */
  @Context
  @Bean(preDestroy = "close")
  @Requires(property = OpenLineageConfiguration.TOPIC, notEquals = "")
  TopicInlet topic(Inlet inlet, MeterRegistry registry) {
    return TopicInlet.start(kafka, configuration.topic(), inlet, registry);
  }
}
