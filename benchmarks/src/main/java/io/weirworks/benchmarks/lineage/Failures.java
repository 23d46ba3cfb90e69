package io.weirworks.benchmarks.lineage;

import io.weirworks.contract.lineage.ImpactAssessed;
import io.weirworks.contract.scheduler.NodeInstanceFailed;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import io.weirworks.schemas.UndecodableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Node instances that fail, and what is told of their impact: public topics alone. */
final class Failures implements AutoCloseable {

  /** An impact and how long after the failure it was read. */
  record Told(ImpactAssessed impact, long nanos) {}

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final AvroCodec codec = new AvroCodec(SchemaCatalogue.contract());
  private final Teller teller;
  private final KafkaConsumer<byte[], byte[]> events;

  Failures(String bootstrapServers) {
    this.teller = new Teller(bootstrapServers);
    this.events =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    String topic = Service.LINEAGE.topic(TopicKind.EVENTS);
    List<TopicPartition> partitions =
        events.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    events.assign(partitions);
    events.seekToEnd(partitions);
    partitions.forEach(events::position);
  }

  /**
   * The node that makes a table fails.
   *
   * @throws IllegalStateException where nothing is told within a minute
   */
  Told of(int table) {
    String id = UUID.randomUUID().toString();
    long begin = System.nanoTime();
    teller.tell(Service.SCHEDULER, "wi-" + id, id, 1, failed(id, table));
    while (System.nanoTime() - begin < PATIENCE.toNanos()) {
      for (ConsumerRecord<byte[], byte[]> record : events.poll(Duration.ofMillis(100))) {
        if (decoded(record) instanceof ImpactAssessed impact
            && id.equals(impact.getNodeInstanceId())) {
          return new Told(impact, System.nanoTime() - begin);
        }
      }
    }
    throw new IllegalStateException("no impact is told of table " + table);
  }

  private Object decoded(ConsumerRecord<byte[], byte[]> record) {
    try {
      return codec.decode(record.value());
    } catch (UndecodableException e) {
      throw new IllegalStateException(e);
    }
  }

  private static NodeInstanceFailed failed(String id, int table) {
    return NodeInstanceFailed.newBuilder()
        .setNodeInstanceId(id)
        .setWorkflowInstanceId("wi-" + id)
        .setWorkspace(Warehouse.WORKSPACE)
        .setWorkflow(Warehouse.WORKFLOW)
        .setNode(Warehouse.node(table))
        .setBizdate("2026-11-19")
        .setAttempt(1)
        .setCode("NonZeroExit")
        .setMessage("exit code 1")
        .setEndedAt(Instant.now())
        .build();
  }

  @Override
  public void close() {
    teller.close();
    events.close();
  }
}
