package io.weirworks.executor.runner.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.executor.claim.Claimed;
import io.weirworks.executor.runner.RunnerSettings;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.wire.EnvelopeHeaders;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a runner sends, on behalf of whoever asked for the run. */
@Singleton
final class Outbound {

  private static final Logger LOG = LoggerFactory.getLogger(Outbound.class);

  private final Producer<byte[], byte[]> producer;
  private final AvroCodec codec;
  private final InstantSource clock;
  private final String source;

  Outbound(
      Producer<byte[], byte[]> producer,
      AvroCodec codec,
      InstantSource clock,
      RunnerSettings settings) {
    this.producer = producer;
    this.codec = codec;
    this.clock = clock;
    this.source = Service.EXECUTOR.source() + "/runner/" + settings.holder();
  }

  /** Bytes of a value as it is sent. */
  int size(SpecificRecord value) {
    return codec.encode(value).length;
  }

  /** Sends it to a topic of the executor; that it was not sent is told by nobody hearing it. */
  Future<RecordMetadata> send(
      TopicKind topic, String key, String id, Claimed about, SpecificRecord value) {
    return send(Service.EXECUTOR.topic(topic), key, id, about, value);
  }

  /** Sends it to any topic. */
  Future<RecordMetadata> send(
      String topic, String key, String id, Claimed about, SpecificRecord value) {
    Claimed.Cause cause = about.cause();
    Envelope envelope =
        new Envelope(
            id,
            source,
            value.getSchema().getFullName(),
            about.runId(),
            clock.instant(),
            about.workspace(),
            cause.actor(),
            cause.onBehalfOf(),
            cause.causationId(),
            cause.correlationId(),
            0,
            null,
            List.of(),
            cause.traceparent());
    return producer.send(
        new ProducerRecord<>(
            topic,
            null,
            key.getBytes(UTF_8),
            codec.encode(value),
            EnvelopeHeaders.write(envelope).list()),
        (metadata, error) -> {
          if (error != null) {
            LOG.warn("{} of run {} was not sent: {}", envelope.type(), about.runId(), "" + error);
          }
        });
  }
}
