package io.weirworks.lineage.openlineage.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.weirworks.contract.lineage.RecordOpenLineage;
import io.weirworks.lineage.openlineage.Address;
import io.weirworks.lineage.openlineage.EventReader;
import io.weirworks.lineage.openlineage.NotAnEventException;
import io.weirworks.lineage.openlineage.OpenLineageEvent;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.ProducerConfiguration;
import io.weirworks.messaging.wire.EnvelopeHeaders;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Where events become commands of our own: read, addressed, and published to the shard that decides
 * on their run. What is acknowledged is not lost.
 */
final class Inlet implements AutoCloseable {

  private static final String SOURCE = Service.LINEAGE.source() + "/openlineage";
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final AvroCodec codec;
  private final InstantSource clock;
  private final Producer<byte[], byte[]> producer;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  Inlet(Map<String, Object> kafka, AvroCodec codec, InstantSource clock) {
    this.codec = codec;
    this.clock = clock;
    this.producer =
        new KafkaProducer<>(
            ProducerConfiguration.of(kafka), new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * @param event as JSON
   * @return done once all replicas have it; at once for what is no run's, which confirms nothing
   */
  CompletableFuture<Void> take(String event) throws NotAnEventException {
    return switch (EventReader.read(event)) {
      case OpenLineageEvent.OfRun(var run) -> publish(command(Address.of(run), event));
      case OpenLineageEvent.OfJob _, OpenLineageEvent.OfDataset _ ->
          CompletableFuture.completedFuture(null);
    };
  }

  private static RecordOpenLineage command(Address address, String event) {
    RecordOpenLineage.Builder command =
        RecordOpenLineage.newBuilder()
            .setOrderingKey(address.orderingKey())
            .setEvents(List.of(event));
    switch (address) {
      case Address.OfRun(var _, String run, String application) ->
          command.setRunId(run).setApplication(application);
      case Address.OfApplication(var _, String application) -> command.setApplication(application);
      case Address.OfOthers _ -> {}
    }
    return command.build();
  }

  private CompletableFuture<Void> publish(RecordOpenLineage command) {
    byte[] key = command.getOrderingKey().getBytes(UTF_8);
    return send(
        new ProducerRecord<>(
            Service.LINEAGE.topic(TopicKind.INTERNAL),
            null,
            key, // its hash is the shard's (ShardOf), so that nothing is forwarded
            codec.encode(command),
            headers()));
  }

  private List<Header> headers() {
    String id = ids.generate().toString();
    return EnvelopeHeaders.write(
            new Envelope(
                id,
                SOURCE,
                RecordOpenLineage.getClassSchema().getFullName(),
                "",
                clock.instant(),
                null,
                Service.LINEAGE.actor(),
                null,
                null,
                id,
                0,
                null,
                List.of(),
                null))
        .list();
  }

  /** For what does not belong to the shard: dead letters. */
  CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> record) {
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

  @Override
  public void close() {
    producer.close(PATIENCE);
  }
}
