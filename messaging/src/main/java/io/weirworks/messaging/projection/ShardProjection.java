package io.weirworks.messaging.projection;

import io.weirworks.messaging.projection.StatePublisher.Work;
import io.weirworks.messaging.wire.OutgoingRecord;
import io.weirworks.messaging.wire.TooLargeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/**
 * One shard's part of the state topic, as its publisher has it: the producer that fences whoever
 * wrote it before, how far it is, and what stands in its way. Used by one thread.
 */
final class ShardProjection {

  private static final Duration CLOSE = Duration.ofSeconds(1);
  private static final Duration SHORTEST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** A state that its topic does not take, and the transaction that made it so. */
  private record Oversized(long changedIn, String reason, Instant since) {}

  private final int shard;
  private final Supplier<Producer<byte[], byte[]>> producers;
  private final Map<String, Oversized> oversized = new TreeMap<>();
  private @Nullable Producer<byte[], byte[]> producer;
  private long epoch = -1;
  private long written;
  private Duration pause = SHORTEST;
  private long retryAt = System.nanoTime();
  private @Nullable Instant failingSince;

  ShardProjection(int shard, Supplier<Producer<byte[], byte[]>> producers) {
    this.shard = shard;
    this.producers = producers;
  }

  /** A new epoch begins where the table says, with a producer of its own. */
  void serve(Work work) {
    if (epoch != work.epoch()) {
      close();
      epoch = work.epoch();
      written = work.complete();
      oversized.clear();
    }
    written = Math.max(written, work.complete());
  }

  boolean mayTry() {
    return failingSince == null || retryAt - System.nanoTime() <= 0;
  }

  /** Everything changed up to this transaction was written or put aside. */
  long written() {
    return written;
  }

  /** The topic holds everything up to this transaction; what was put aside is not forgotten. */
  long complete() {
    return oversized.values().stream()
        .mapToLong(each -> each.changedIn() - 1)
        .reduce(written, Math::min);
  }

  Producer<byte[], byte[]> producer() {
    if (producer == null) {
      producer = producers.get();
      producer.initTransactions();
    }
    return producer;
  }

  /**
   * Whether the topic takes the record. One that it does not take is put aside until its subject
   * changes again or the shard is taken anew, and holds up no other.
   */
  boolean takes(String subject, long changedIn, OutgoingRecord record, Instant now) {
    try {
      record.measured();
      oversized.remove(subject);
      return true;
    } catch (TooLargeException e) {
      oversized.put(
          subject, new Oversized(changedIn, "state of " + subject + ": " + e.getMessage(), now));
      return false;
    }
  }

  void wrote(long number) {
    written = number;
    failingSince = null;
    pause = SHORTEST;
  }

  /** Closes the producer and waits longer each time, so that other shards have their turn. */
  Trouble failed(Exception error, Instant now) {
    Instant since = failingSince == null ? now : failingSince;
    failingSince = since;
    close();
    retryAt = System.nanoTime() + pause.toNanos();
    pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
    return new Trouble(shard, epoch, "its state is not published: " + error, since, false);
  }

  /** What lasts although the last round was written. */
  Optional<Trouble> trouble() {
    return oversized.values().stream()
        .findFirst()
        .map(first -> new Trouble(shard, epoch, first.reason(), first.since(), true));
  }

  void close() {
    if (producer != null) {
      producer.close(failingSince == null ? CLOSE : Duration.ZERO);
      producer = null;
    }
  }
}
