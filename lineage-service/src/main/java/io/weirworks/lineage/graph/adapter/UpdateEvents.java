package io.weirworks.lineage.graph.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.contract.lineage.TableLineageUpdated;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.CloudEventHeaders;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import io.weirworks.schemas.UndecodableException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A reader of its own, without group, of what datasets were told: {@link TableLineageUpdated}. */
final class UpdateEvents implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final String TYPE = TableLineageUpdated.getClassSchema().getFullName();

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final AvroCodec codec;
  private final List<TopicPartition> partitions;

  UpdateEvents(String bootstrapServers, AvroCodec codec) {
    this(bootstrapServers, codec, 0, 1);
  }

  /**
   * One of several readers that share the partitions; all events of a dataset lie on one.
   *
   * @param place of this reader, from 0
   * @param readers how many there are
   */
  UpdateEvents(String bootstrapServers, AvroCodec codec, int place, int readers) {
    this.codec = codec;
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                100),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    String topic = Service.LINEAGE.topic(TopicKind.EVENTS);
    this.partitions =
        consumer.partitionsFor(topic).stream()
            .filter(info -> info.partition() % readers == place)
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
  }

  void fromBeginning() {
    consumer.seekToBeginning(partitions);
  }

  /** Notes where the events end now: what comes later is read. */
  void fromEnd() {
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  /** Reads what has come, waiting for it a moment. */
  void read(Consumer<TableLineageUpdated> taker) {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      Header type = record.headers().lastHeader(CloudEventHeaders.TYPE);
      if (type != null && TYPE.equals(new String(type.value(), UTF_8))) {
        taker.accept(updated(record));
      }
    }
  }

  /**
   * @throws IllegalStateException for one of our own records that cannot be read: without it the
   *     graph would be another
   */
  private TableLineageUpdated updated(ConsumerRecord<byte[], byte[]> record) {
    try {
      return (TableLineageUpdated) codec.decode(record.value());
    } catch (UndecodableException | RuntimeException e) {
      throw new IllegalStateException(
          "%s-%d@%d cannot be read".formatted(record.topic(), record.partition(), record.offset()),
          e);
    }
  }

  /** Reads until where the events end now. */
  void readToEnd(Consumer<TableLineageUpdated> taker) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      read(taker);
    }
  }

  LiveGraph.Progress progress() {
    Map<Integer, Long> positions = new HashMap<>();
    long behind = 0;
    for (TopicPartition partition : partitions) {
      positions.put(partition.partition(), consumer.position(partition));
      behind += consumer.currentLag(partition).orElse(0);
    }
    return new LiveGraph.Progress(positions, behind);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
