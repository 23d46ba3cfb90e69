package io.weirworks.messaging.hosting;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.weirworks.messaging.KafkaClients;
import io.weirworks.messaging.MessagingSettings;
import io.weirworks.messaging.Platform;
import io.weirworks.messaging.ServiceDefinition;
import io.weirworks.messaging.client.CommandClient;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.TopicKind;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** Puts messaging together from a service's definition and configuration. */
@Factory
final class MessagingFactory {

  private final Map<String, Object> kafka;

  MessagingFactory(@Property(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this.kafka = Map.of("bootstrap.servers", bootstrapServers);
  }

  /** Knows the contract of this version, and through the registry that of newer ones. */
  @Singleton
  AvroCodec codec(@Property(name = "weirworks.schemas.url") @Nullable URI registry) {
    return registry == null
        ? new AvroCodec(SchemaCatalogue.contract())
        : new AvroCodec(SchemaCatalogue.contract(), new SchemaEndpoint(registry));
  }

  /** Starts with the context, after the tables are migrated, and stops with it. */
  @Context
  @Bean(preDestroy = "close")
  @Requires(beans = ServiceDefinition.class)
  Messaging messaging(
      ServiceDefinition definition,
      MessagingConfiguration configuration,
      DataSource database,
      InstantSource clock,
      MeterRegistry registry) {
    BrokerGuard.check(
        String.valueOf(kafka.get("bootstrap.servers")), configuration.acceptUnprovenActors());
    MessagingSettings settings = configuration.settings("weirworks." + definition.service().id());
    KafkaClients clients = KafkaClients.of(kafka, settings);
    int shards;
    try (Admin admin = clients.admin()) {
      TopicCreation topics = new TopicCreation(admin, configuration);
      if (configuration.createTopics()) {
        topics.createMissing(definition);
      }
      shards = topics.partitions(definition.service().topic(TopicKind.COMMANDS));
    }
    return Messaging.start(
        definition, settings, new Platform(clients, database, clock, registry), shards);
  }

  /** Depends on messaging so that the topics are there. */
  @Singleton
  @Bean(preDestroy = "close")
  CommandClient commands(ServiceDefinition definition, Messaging messaging) {
    return new CommandClient(kafka, definition.codec(), List.of(definition.service()));
  }
}
