package io.weirworks.lineage.openlineage.adapter;

import io.micronaut.context.annotation.Property;
import io.weirworks.lineage.database.adapter.DatabaseReads;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * How many commands lie on {@code weirworks.lineage.internal} and are not decided yet, whichever
 * members decide them: where the topic ends, less the stored positions, which move with the state.
 */
@Singleton
class Backlog implements LongSupplier {

  private static final String TOPIC = Service.LINEAGE.topic(TopicKind.INTERNAL);
  private static final Duration GRACE = Duration.ofSeconds(1);

  private record Position(int shard, long next) {}

  private final DatabaseReads reads;
  private final Admin admin;

  /**
   * @param messaging has made the topics
   */
  Backlog(
      DatabaseReads reads,
      @Property(name = "kafka.bootstrap.servers") String bootstrapServers,
      @SuppressWarnings("unused") Messaging messaging) {
    this.reads = reads;
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
  }

  /**
   * @throws IllegalStateException where broker or database do not answer
   */
  @Override
  public long getAsLong() {
    Map<TopicPartition, Long> positions = new HashMap<>();
    reads
        .rows(
            "SELECT shard, next_offset FROM shard_position WHERE topic = ?",
            row -> new Position(row.getInt("shard"), row.getLong("next_offset")),
            TOPIC)
        .forEach(at -> positions.put(new TopicPartition(TOPIC, at.shard()), at.next()));
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    positions.keySet().forEach(partition -> asked.put(partition, OffsetSpec.latest()));
    long waiting = 0;
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end : ends(asked).entrySet()) {
      waiting += Math.max(0, end.getValue().offset() - positions.getOrDefault(end.getKey(), 0L));
    }
    return waiting;
  }

  private Map<TopicPartition, ListOffsetsResultInfo> ends(Map<TopicPartition, OffsetSpec> asked) {
    try {
      return admin.listOffsets(asked).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the end of " + TOPIC + " is not known", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the end of " + TOPIC + " is read", e);
    }
  }

  @PreDestroy
  void close() {
    admin.close(GRACE);
  }
}
