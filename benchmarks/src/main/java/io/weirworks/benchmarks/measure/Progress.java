package io.weirworks.benchmarks.measure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * How many records a topic has had, read from its end offsets: counts what was completed without
 * consuming a byte.
 */
public final class Progress {

  private static final long EVERY = Duration.ofMillis(20).toNanos();
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Admin admin;
  private final Map<TopicPartition, OffsetSpec> ends;

  public Progress(Admin admin, String topic, int partitions) {
    this.admin = admin;
    this.ends =
        IntStream.range(0, partitions)
            .boxed()
            .collect(
                Collectors.toMap(
                    number -> new TopicPartition(topic, number), number -> OffsetSpec.latest()));
  }

  /** The moment at which a count was seen. */
  public record Sighting(long records, long nanoTime) {}

  public long records() {
    return offsets().values().stream().mapToLong(Long::longValue).sum();
  }

  /** Where each partition ends now. */
  public Map<TopicPartition, Long> offsets() {
    try {
      return admin.listOffsets(ends).all().get().entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("the broker does not answer", e);
    }
  }

  /**
   * Waits until the topic has had this many records.
   *
   * @throws IllegalStateException after five minutes
   */
  public Sighting await(long records) {
    long begun = System.nanoTime();
    while (true) {
      long asked = System.nanoTime();
      long seen = records();
      if (seen >= records) {
        return new Sighting(seen, asked);
      }
      if (System.nanoTime() - begun > PATIENCE.toNanos()) {
        throw new IllegalStateException(
            "only %d of %d records of %s in %d s"
                .formatted(seen, records, topics(), PATIENCE.toSeconds()));
      }
      LockSupport.parkNanos(EVERY);
    }
  }

  private List<String> topics() {
    return ends.keySet().stream().map(TopicPartition::topic).distinct().toList();
  }
}
