package io.weirworks.scheduler.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.wire.EnvelopeHeaders;
import io.weirworks.schemas.AvroCodec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Other services and users, as far as records show them. */
final class Publisher implements AutoCloseable {

  private final AvroCodec codec;
  private final KafkaProducer<byte[], byte[]> producer;

  Publisher(String bootstrap, AvroCodec codec) {
    this.codec = codec;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** An event or state record of another service about a subject. */
  void tell(
      String topic,
      String source,
      String key,
      String subject,
      long sequence,
      SpecificRecord value,
      @Nullable Envelope cause) {
    tell(topic, source, key, subject, sequence, value, Instant.now(), cause);
  }

  /** The same, having happened at another time. */
  void tell(
      String topic,
      String source,
      String key,
      String subject,
      long sequence,
      SpecificRecord value,
      Instant at,
      @Nullable Envelope cause) {
    Envelope envelope =
        new Envelope(
            subject + "/" + sequence,
            source,
            value.getSchema().getFullName(),
            subject,
            at,
            null,
            cause == null ? "user:ada" : cause.actor(),
            null,
            cause == null ? null : cause.id(),
            cause == null ? subject : cause.correlationId(),
            sequence,
            null,
            List.of(),
            null);
    Future<?> _ =
        producer.send(
            new ProducerRecord<>(
                topic,
                null,
                key.getBytes(UTF_8),
                codec.encode(value),
                EnvelopeHeaders.write(envelope).list()));
  }

  @Override
  public void close() {
    producer.close();
  }
}
