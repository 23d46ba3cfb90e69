package io.weirworks.standalone.crawl;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.contract.lineage.ReportTableSnapshot;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.ProducerConfiguration;
import io.weirworks.messaging.wire.EnvelopeHeaders;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Where lineage-service is told of tables, on behalf of the user of this operating system. */
public final class SnapshotTopic implements AutoCloseable, SnapshotPublisher {

  private static final String SOURCE = Service.LINEAGE.source() + "/crawler";

  /** How long to look for a topic that is not there. */
  private static final int TOPIC_LIMIT_MILLIS = 10_000;

  private static final Duration CLOSING = Duration.ofSeconds(2);

  private final Producer<byte[], byte[]> producer;
  private final AvroCodec codec = new AvroCodec(SchemaCatalogue.contract());
  private final String crawl = UUID.randomUUID().toString();
  private int sent;

  /** Connects. */
  public SnapshotTopic(String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            ProducerConfiguration.of(
                Map.of("bootstrap.servers", bootstrapServers, "max.block.ms", TOPIC_LIMIT_MILLIS)),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  @Override
  public Future<RecordMetadata> send(String dataset, ReportTableSnapshot command) {
    return tell(dataset, command);
  }

  /**
   * The same for whatever else lineage-service is told of a table.
   *
   * @param dataset id of the table's dataset, the ordering key
   */
  public Future<RecordMetadata> tell(String dataset, SpecificRecord command) {
    Envelope envelope =
        new Envelope(
            crawl + "." + sent++,
            SOURCE,
            command.getSchema().getFullName(),
            "",
            Instant.now(),
            null,
            "user:" + System.getProperty("user.name"),
            null,
            null,
            crawl,
            0,
            null,
            List.of(),
            null);
    return producer.send(
        new ProducerRecord<>(
            Service.LINEAGE.topic(TopicKind.INTERNAL),
            null,
            dataset.getBytes(UTF_8),
            codec.encode(command),
            EnvelopeHeaders.write(envelope).list()));
  }

  @Override
  public void close() {
    producer.close(CLOSING);
  }
}
