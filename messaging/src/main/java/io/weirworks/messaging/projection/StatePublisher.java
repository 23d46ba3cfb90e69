package io.weirworks.messaging.projection;

import io.weirworks.messaging.KafkaClients;
import io.weirworks.messaging.Platform;
import io.weirworks.messaging.ServiceDefinition;
import io.weirworks.messaging.storage.SubjectRows;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the newest state of changed subjects, one Kafka transaction per shard and round. The
 * transactional id is service + shard, so the broker refuses a former owner; what a round did not
 * finish is done again from the table. A shard that cannot be published is tried ever more seldom
 * and holds up no other; it is a {@link Trouble} until it is through.
 */
public final class StatePublisher implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(StatePublisher.class);

  /** A shard to publish: rows changed after {@code complete} and not after {@code number}. */
  public record Work(int shard, long epoch, long complete, long number) {}

  /** What has been published: the state topic is complete up to {@code number}. */
  public record Done(int shard, long epoch, long number, List<Stub> stubs) {}

  /** A removed subject whose tombstone the broker has. */
  public record Stub(SubjectRows<?> table, String id, long sequence) {}

  private final KafkaClients clients;
  private final InstantSource clock;
  private final Rests rests;
  private final String transactionalIdPrefix;
  private final StateWriter writer;

  private final Map<Integer, Work> asked = new ConcurrentHashMap<>();
  private final Map<Integer, Long> epochs = new ConcurrentHashMap<>();
  private final Map<Integer, Trouble> troubles = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Done> done = new ConcurrentLinkedQueue<>();
  private final Map<Integer, ShardProjection> shards = new HashMap<>();

  private volatile boolean stopping;
  private volatile @Nullable Thread publishing;

  public StatePublisher(Platform platform, ServiceDefinition definition, Duration interval) {
    this.clients = platform.kafka();
    this.clock = platform.clock();
    this.rests = new Rests(interval);
    this.transactionalIdPrefix = "weirworks." + definition.service().id() + ".state.";
    this.writer = new StateWriter(platform.database(), definition, clock);
  }

  /** Asks for a shard's changes; a later request replaces one that was not begun. */
  public void publish(Work work) {
    epochs.put(work.shard(), work.epoch());
    asked.put(work.shard(), work);
  }

  /** Forgets a shard that left this member. */
  public void forget(int shard) {
    epochs.remove(shard);
    asked.remove(shard);
    troubles.remove(shard);
  }

  /** What was finished since the last call. */
  public List<Done> finished() {
    List<Done> all = new ArrayList<>();
    for (Done one; (one = done.poll()) != null; ) {
      all.add(one);
    }
    return all;
  }

  /** Why the state topic does not follow shards of this member. */
  public List<Trouble> troubles() {
    return troubles.values().stream()
        .filter(trouble -> Long.valueOf(trouble.epoch()).equals(epochs.get(trouble.shard())))
        .toList();
  }

  @Override
  public void run() {
    publishing = Thread.currentThread();
    while (!stopping) {
      long begun = System.nanoTime();
      Rests.Written written = round();
      pause(rests.after(Duration.ofNanos(System.nanoTime() - begun), written));
    }
    shards.values().forEach(ShardProjection::close);
    shards.clear();
  }

  private Rests.Written round() {
    closeLeft();
    int shardsWritten = 0;
    int records = 0;
    for (int number : List.copyOf(asked.keySet())) {
      ShardProjection shard =
          shards.computeIfAbsent(number, n -> new ShardProjection(n, () -> producer(n)));
      Work work = shard.mayTry() ? asked.remove(number) : null;
      if (work != null) {
        shard.serve(work);
        if (work.number() > shard.written()) {
          shardsWritten++;
          records += attempt(shard, work);
        }
      }
    }
    return new Rests.Written(shardsWritten, epochs.size(), records);
  }

  private Producer<byte[], byte[]> producer(int shard) {
    return clients.producer(Optional.of(transactionalIdPrefix + shard));
  }

  private void closeLeft() {
    shards
        .entrySet()
        .removeIf(
            entry -> {
              boolean left = !epochs.containsKey(entry.getKey());
              if (left) {
                entry.getValue().close();
              }
              return left;
            });
  }

  /** How many records were written. */
  private int attempt(ShardProjection shard, Work work) {
    try {
      StateWriter.Told told = writer.write(shard, work);
      shard.wrote(work.number());
      done.add(new Done(work.shard(), work.epoch(), shard.complete(), told.stubs()));
      shard.trouble().ifPresentOrElse(this::told, () -> troubles.remove(work.shard()));
      return told.records();
    } catch (SQLException | RuntimeException e) {
      told(shard.failed(e, clock.instant()));
      asked.putIfAbsent(work.shard(), work);
      return 0;
    }
  }

  private void told(Trouble trouble) {
    Trouble before = troubles.put(trouble.shard(), trouble);
    if (before == null || !before.reason().equals(trouble.reason())) {
      LOG.warn("shard {}: {}", trouble.shard(), trouble.reason());
    }
  }

  private static void pause(Duration rest) {
    if (rest.isPositive()) {
      LockSupport.parkNanos(rest.toNanos());
    }
  }

  /** Ends after the round under way, a rest at once. */
  public void stop() {
    stopping = true;
    LockSupport.unpark(publishing);
  }
}
