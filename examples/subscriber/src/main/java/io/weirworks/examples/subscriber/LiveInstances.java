package io.weirworks.examples.subscriber;

import io.weirworks.contract.scheduler.NodeInstanceState;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.CloudEventHeaders;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import io.weirworks.schemas.UndecodableException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Keeps a table of all node instances from the compacted state topic: the whole table from its
 * start, then every change. No service is asked.
 */
public final class LiveInstances implements AutoCloseable {

  private static final String STATE = Service.SCHEDULER.topic(TopicKind.STATE);
  private static final String NODE_INSTANCE = NodeInstanceState.getClassSchema().getFullName();

  private final AvroCodec codec = new AvroCodec(SchemaCatalogue.contract());
  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<String, NodeInstanceState> instances = new HashMap<>();
  private final Map<String, Long> sequences = new HashMap<>();

  public LiveInstances(String bootstrapServers) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(STATE).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Reads on for a while; true where the table changed. */
  public boolean poll(Duration patience) {
    boolean changed = false;
    for (ConsumerRecord<String, byte[]> record : consumer.poll(patience)) {
      changed |= isNodeInstance(record) && isNews(record) && apply(record);
    }
    return changed;
  }

  /** The topic also has workflow instances and backfills: the header tells without decoding. */
  private static boolean isNodeInstance(ConsumerRecord<String, byte[]> record) {
    return Headers.text(record, CloudEventHeaders.TYPE).equals(NODE_INSTANCE);
  }

  /** State older than what is known is a repeat; of the same age it may show more. */
  private boolean isNews(ConsumerRecord<String, byte[]> record) {
    long sequence = Headers.sequence(record);
    if (sequence < sequences.getOrDefault(record.key(), 0L)) {
      return false;
    }
    sequences.put(record.key(), sequence);
    return true;
  }

  private boolean apply(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      return instances.remove(record.key()) != null;
    }
    try {
      NodeInstanceState state = (NodeInstanceState) codec.decode(record.value());
      return !state.equals(instances.put(record.key(), state));
    } catch (UndecodableException e) {
      throw new IllegalStateException(record.topic() + " at " + record.offset(), e);
    }
  }

  /** All instances as they are now. */
  public Collection<NodeInstanceState> instances() {
    return List.copyOf(instances.values());
  }

  /** The table as text, a line each, by workflow, business date and time of creation. */
  public String table() {
    return instances.values().stream()
        .sorted(
            Comparator.comparing(NodeInstanceState::getWorkflow)
                .thenComparing(NodeInstanceState::getBizdate)
                .thenComparing(NodeInstanceState::getCreatedAt)
                .thenComparing(NodeInstanceState::getNode))
        .map(
            state ->
                "%-20s %s %-20s %-12s %s"
                    .formatted(
                        state.getWorkflow(),
                        state.getBizdate(),
                        state.getNode(),
                        state.getStatus(),
                        state.getWaitReason() == null ? "" : state.getWaitReason())
                    .stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    consumer.close();
  }

  /** {@code LiveInstances BOOTSTRAP-SERVERS}: prints the table anew whenever it changes. */
  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      System.err.println("usage: LiveInstances BOOTSTRAP-SERVERS");
      System.exit(2);
    }
    try (LiveInstances live = new LiveInstances(arguments[0])) {
      while (true) {
        if (live.poll(Duration.ofSeconds(1))) {
          System.out.println(live.table() + "\n");
        }
      }
    }
  }
}
