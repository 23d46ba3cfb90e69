package io.weirworks.lineage.internal.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.micronaut.context.annotation.Property;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.ProducerConfiguration;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.messaging.wire.EnvelopeHeaders;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Publishes commands of this service to itself, to the shard that decides on them. */
@Singleton
public final class InternalCommands {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final AvroCodec codec;
  private final InstantSource clock;
  private final Producer<byte[], byte[]> producer;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  /**
   * @param messaging has made the topics
   */
  InternalCommands(
      @Property(name = "kafka.bootstrap.servers") String bootstrapServers,
      AvroCodec codec,
      InstantSource clock,
      @SuppressWarnings("unused") Messaging messaging) {
    this.codec = codec;
    this.clock = clock;
    this.producer =
        new KafkaProducer<>(
            ProducerConfiguration.of(Map.of("bootstrap.servers", bootstrapServers)),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /**
   * @param room part of the service that sends, as the end of {@code ce_source}
   * @param trail null: it begins a story of its own
   * @return done once all replicas have it
   */
  public CompletableFuture<Void> send(
      String room, String orderingKey, SpecificRecord command, @Nullable Trail trail) {
    return send(
        new ProducerRecord<>(
            Service.LINEAGE.topic(TopicKind.INTERNAL),
            null,
            orderingKey.getBytes(UTF_8), // its hash is the shard's (ShardOf): nothing is forwarded
            codec.encode(command),
            EnvelopeHeaders.write(envelope(room, command, trail)).list()));
  }

  private Envelope envelope(String room, SpecificRecord command, @Nullable Trail trail) {
    String id = ids.generate().toString();
    return new Envelope(
        id,
        Service.LINEAGE.source() + "/" + room,
        command.getSchema().getFullName(),
        "",
        clock.instant(),
        null,
        trail == null ? Service.LINEAGE.actor() : trail.actor(),
        trail == null ? null : trail.onBehalfOf(),
        trail == null ? null : trail.id(),
        trail == null ? id : trail.correlationId(),
        0,
        null,
        List.of(),
        trail == null ? null : trail.traceparent());
  }

  /** For what is no command: dead letters. */
  public CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> record) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Future<?> _ =
        producer.send(
            record,
            (metadata, error) -> {
              if (error == null) {
                done.complete(null);
              } else {
                done.completeExceptionally(error);
              }
            });
    return done;
  }

  @PreDestroy
  void close() {
    producer.close(PATIENCE);
  }
}
