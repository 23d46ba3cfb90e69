package io.weirworks.messaging.shard;

import io.weirworks.messaging.outbox.OutboxPublisher;
import io.weirworks.messaging.projection.StatePublisher;
import io.weirworks.messaging.shard.TopicFacts.Fact;
import io.weirworks.messaging.storage.OutboxTable;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which shards this member owns, waits for, or holds before a record. Every doubt ends the same
 * way: the shard is taken anew, which drains what may not have been sent and reads what was
 * committed.
 */
final class Ownership {

  private static final Logger LOG = LoggerFactory.getLogger(Ownership.class);
  private static final Duration AGAIN = Duration.ofMillis(200);

  /** After an error that only a person mends, such as an instruction that cannot be read. */
  private static final Duration FAULT = Duration.ofSeconds(5);

  /** After another member took a shard: long enough for the group to say whose it is. */
  private static final Duration AFTER_LOSS = Duration.ofSeconds(10);

  /** A shard that is assigned but not owned. */
  record Waiting(String reason, Instant since, long retryAt) {}

  private final Consumer<byte[], byte[]> consumer;
  private final TakeOver takeOver;
  private final OutboxPublisher publisher;
  private final StatePublisher states;
  private final SubjectCache cache;
  private final MessagingMetrics metrics;

  private final Map<Integer, OwnedShard> owned = new TreeMap<>();
  private final Map<Integer, Waiting> waiting = new TreeMap<>();
  private final Holds holds = new Holds();

  Ownership(
      Consumer<byte[], byte[]> consumer,
      TakeOver takeOver,
      OutboxPublisher publisher,
      StatePublisher states,
      SubjectCache cache,
      MessagingMetrics metrics) {
    this.consumer = consumer;
    this.takeOver = takeOver;
    this.publisher = publisher;
    this.states = states;
    this.cache = cache;
    this.metrics = metrics;
  }

  Map<Integer, OwnedShard> owned() {
    return owned;
  }

  Map<Integer, Waiting> waiting() {
    return waiting;
  }

  Holds holds() {
    return holds;
  }

  /** Whether inputs of the shard may be decided now. */
  boolean isOpen(int shard) {
    return owned.containsKey(shard) && holds.isOpen(shard);
  }

  /** The owned shards that these inputs touch. */
  Map<Integer, OwnedShard> concernedBy(Collection<Input> inputs) {
    Map<Integer, OwnedShard> concerned = new TreeMap<>();
    for (Input input : inputs) {
      OwnedShard shard = owned.get(input.shard());
      if (shard != null) {
        concerned.put(input.shard(), shard);
      }
    }
    return concerned;
  }

  /** A shard is no longer assigned to this member. */
  void left(int shard) {
    owned.remove(shard);
    waiting.remove(shard);
    holds.forget(shard);
    states.forget(shard);
    cache.drop(shard);
  }

  /** Takes every assigned shard that is not owned and whose next try is due. */
  void takeWaiting(Assignment assignment) {
    for (int shard : assignment.incomplete()) {
      waits(shard, "not all of its topics' partitions are here", AGAIN);
    }
    Set<Integer> due = new TreeSet<>();
    for (int shard : assignment.complete()) {
      Waiting known = waiting.get(shard);
      if (!owned.containsKey(shard) && (known == null || known.retryAt() <= System.nanoTime())) {
        due.add(shard);
      }
    }
    if (due.isEmpty()) {
      return;
    }
    try {
      Map<String, Fact> described = takeOver.topicsOfOneCount();
      due.forEach(shard -> take(shard, described, assignment.of(shard)));
    } catch (NotYetException e) {
      due.forEach(shard -> waits(shard, e.reason(), AGAIN));
    } catch (SQLException e) {
      due.forEach(shard -> waits(shard, "the database does not answer: " + e.getMessage(), AGAIN));
    }
  }

  private void take(int shard, Map<String, Fact> described, List<TopicPartition> partitions) {
    try {
      OwnedShard taken = takeOver.take(shard, described, partitions);
      owned.put(shard, taken);
      waiting.remove(shard);
      seek(taken, partitions);
      consumer.resume(partitions);
      states.publish(
          new StatePublisher.Work(shard, taken.epoch, taken.stateComplete, taken.number));
      metrics.tookOver(1);
      LOG.info("took shard {} with epoch {}", shard, taken.epoch);
    } catch (NotYetException e) {
      waits(shard, e.reason(), AGAIN);
    } catch (SQLException e) {
      waits(shard, "the database does not answer: " + e.getMessage(), AGAIN);
    } catch (RuntimeException e) {
      owned.remove(shard);
      LOG.error("shard {} cannot be taken", shard, e);
      waits(shard, "it cannot be taken: " + e, FAULT);
    }
    if (publisher.failed()) {
      doubtAll("a send failed while shard " + shard + " was drained", AGAIN);
    }
  }

  private void seek(OwnedShard shard, List<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      consumer.seek(partition, shard.positions.getOrDefault(partition.topic(), 0L));
    }
  }

  private void waits(int shard, String reason, Duration time) {
    Waiting before = waiting.get(shard);
    Instant since = before == null ? Instant.now() : before.since();
    if (before == null || !before.reason().equals(reason)) {
      LOG.info("shard {} waits: {}", shard, reason);
    }
    waiting.put(shard, new Waiting(reason, since, System.nanoTime() + time.toNanos()));
  }

  /** Something of all shards may or may not have happened: nothing in memory counts any more. */
  void doubtAll(String reason) {
    doubtAll(reason, AGAIN);
  }

  private void doubtAll(String reason, Duration time) {
    publisher.reset();
    release(Set.copyOf(owned.keySet()), reason, time);
  }

  /** The broker no longer has what these partitions were about to read. */
  void outsideTheLog(Set<TopicPartition> partitions) {
    Set<Integer> shards = new TreeSet<>();
    partitions.forEach(partition -> shards.add(partition.partition()));
    release(shards, "its position is outside the log of " + partitions, AGAIN);
  }

  /** Another member has these shards: wait until the group says so or gives them back. */
  void lost(Set<Integer> shards) {
    release(shards, "another member took it", AFTER_LOSS);
  }

  private void release(Set<Integer> shards, String reason, Duration time) {
    for (int shard : shards) {
      OwnedShard was = owned.remove(shard);
      holds.forget(shard);
      states.forget(shard);
      cache.drop(shard);
      if (was != null) {
        consumer.pause(partitions(was));
      }
      waits(shard, reason, time);
    }
  }

  private static List<TopicPartition> partitions(OwnedShard shard) {
    return shard.positions.keySet().stream()
        .map(topic -> new TopicPartition(topic, shard.shard))
        .toList();
  }

  /** The shard stands before a record, unless it stands before an earlier one already. */
  void hold(int shard, Hold hold) {
    OwnedShard mine = owned.get(shard);
    if (mine == null || !isOpen(shard)) {
      return;
    }
    Optional<Hold> before = holds.stand(shard, hold);
    if (before.isEmpty() || before.get().offset() != hold.offset()) {
      LOG.error(
          "shard {} stands before {}-{}@{}: {}",
          shard,
          hold.topic(),
          hold.partition(),
          hold.offset(),
          hold.reason());
    }
    consumer.pause(partitions(mine));
  }

  /**
   * Lets a held shard try again.
   *
   * @param reading from its stored positions at once, or only after its position was moved
   */
  void tryAgain(int shard, boolean reading) {
    OwnedShard mine = owned.get(shard);
    if (mine != null) {
      holds.tryAgain(shard);
      if (reading) {
        readOn(mine);
      }
    }
  }

  private void readOn(OwnedShard shard) {
    seek(shard, partitions(shard));
    consumer.resume(partitions(shard));
  }

  /** After a transaction of the shard. */
  void progressed(int shard) {
    OwnedShard mine = owned.get(shard);
    if (mine != null) {
      holds.progressed(mine);
    }
  }

  /** The shard's position was moved past a record that it had read already. */
  void skipped(int shard) {
    OwnedShard mine = owned.get(shard);
    if (mine != null) {
      readOn(mine);
    }
  }

  void acknowledged(Collection<OutboxTable.Key> rows) {
    for (OutboxTable.Key row : rows) {
      OwnedShard shard = owned.get(row.shard());
      if (shard != null) {
        shard.acknowledged.add(row);
      }
    }
  }

  void published(Collection<StatePublisher.Done> all) {
    for (StatePublisher.Done done : all) {
      OwnedShard shard = owned.get(done.shard());
      if (shard != null && shard.epoch == done.epoch()) {
        shard.statePublished = Math.max(shard.statePublished, done.number());
        shard.buried.addAll(done.stubs());
      }
    }
  }

  Map<TopicPartition, Long> positions() {
    Map<TopicPartition, Long> all = new HashMap<>();
    owned
        .values()
        .forEach(
            shard ->
                shard.positions.forEach(
                    (topic, offset) -> all.put(new TopicPartition(topic, shard.shard), offset)));
    return all;
  }
}
