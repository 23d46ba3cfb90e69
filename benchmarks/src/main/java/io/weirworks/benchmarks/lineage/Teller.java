package io.weirworks.benchmarks.lineage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.ProducerConfiguration;
import io.weirworks.messaging.wire.EnvelopeHeaders;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Tells events as services do, with all their headers. */
final class Teller implements AutoCloseable {

  private final AvroCodec codec = new AvroCodec(SchemaCatalogue.contract());
  private final Producer<byte[], byte[]> producer;

  Teller(String bootstrapServers) {
    this.producer =
        new KafkaProducer<>(
            ProducerConfiguration.of(Map.of("bootstrap.servers", bootstrapServers)),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  void tell(Service from, String orderingKey, String subject, long sequence, SpecificRecord event) {
    String id = subject + "/" + sequence;
    Envelope envelope =
        new Envelope(
            id,
            from.source(),
            event.getSchema().getFullName(),
            subject,
            Instant.now(),
            Warehouse.WORKSPACE,
            "user:benchmark",
            null,
            id,
            id,
            sequence,
            null,
            List.of(),
            null);
    Future<?> _ =
        producer.send(
            new ProducerRecord<>(
                from.topic(TopicKind.EVENTS),
                null,
                orderingKey.getBytes(UTF_8),
                codec.encode(event),
                EnvelopeHeaders.write(envelope).list()));
  }

  /** Returns when everything is with the broker. */
  void flush() {
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
  }
}
