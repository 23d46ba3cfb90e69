package io.weirworks.messaging.shard;

import io.weirworks.messaging.outbox.OutboxPublisher;
import io.weirworks.messaging.projection.StatePublisher;
import io.weirworks.messaging.shard.TopicFacts.Fact;
import io.weirworks.messaging.storage.OutboxTable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which shards this member owns or waits for. Every doubt ends the same way: the shard is taken
 * anew, which drains what may not have been sent and reads what was committed.
 */
final class Ownership {

  private static final Logger LOG = LoggerFactory.getLogger(Ownership.class);
  private static final Duration AGAIN = Duration.ofMillis(200);

  /** After an error that only a person mends, such as an instruction that cannot be read. */
  private static final Duration FAULT = Duration.ofSeconds(5);

  /** After another member took a shard: long enough for the group to say whose it is. */
  private static final Duration AFTER_LOSS = Duration.ofSeconds(10);

  private final TakeOver takeOver;
  private final ShardReader reader;
  private final Holds holds;
  private final OutboxPublisher publisher;
  private final StatePublisher states;
  private final SubjectCache cache;
  private final MessagingMetrics metrics;

  private final Map<Integer, OwnedShard> owned = new TreeMap<>();
  private final WaitingShards waiting = new WaitingShards();

  Ownership(
      TakeOver takeOver,
      ShardReader reader,
      Holds holds,
      OutboxPublisher publisher,
      StatePublisher states,
      SubjectCache cache,
      MessagingMetrics metrics) {
    this.takeOver = takeOver;
    this.reader = reader;
    this.holds = holds;
    this.publisher = publisher;
    this.states = states;
    this.cache = cache;
    this.metrics = metrics;
  }

  Map<Integer, OwnedShard> owned() {
    return owned;
  }

  WaitingShards waiting() {
    return waiting;
  }

  /** Whether inputs of the shard may be decided now. */
  boolean isOpen(int shard) {
    return owned.containsKey(shard) && holds.isOpen(shard);
  }

  /** A shard is no longer assigned to this member. */
  void left(int shard) {
    owned.remove(shard);
    waiting.remove(shard);
    forget(shard);
  }

  private void forget(int shard) {
    holds.forget(shard);
    states.forget(shard);
    cache.drop(shard);
  }

  /** Takes every assigned shard that is not owned and whose next try is due. */
  void takeWaiting(Assignment assignment) {
    for (int shard : assignment.incomplete()) {
      waiting.add(shard, "not all of its topics' partitions are here", AGAIN);
    }
    Set<Integer> due = new TreeSet<>(assignment.complete());
    due.removeIf(shard -> owned.containsKey(shard) || !waiting.mayTry(shard));
    if (due.isEmpty()) {
      return;
    }
    try {
      Map<String, Fact> described = takeOver.topicsOfOneCount();
      due.forEach(shard -> take(shard, described, assignment.of(shard)));
    } catch (NotYetException e) {
      due.forEach(shard -> waiting.add(shard, e, AGAIN));
    } catch (SQLException e) {
      due.forEach(shard -> waiting.add(shard, unanswered(e), AGAIN));
    }
  }

  private static String unanswered(SQLException error) {
    return "the database does not answer: " + error.getMessage();
  }

  private void take(int shard, Map<String, Fact> described, List<TopicPartition> partitions) {
    try {
      OwnedShard taken = takeOver.take(shard, described, partitions);
      owned.put(shard, taken);
      waiting.remove(shard);
      reader.read(taken);
      states.publish(
          new StatePublisher.Work(shard, taken.epoch, taken.stateComplete, taken.number));
      metrics.tookOver(1);
      LOG.info("took shard {} with epoch {}", shard, taken.epoch);
    } catch (NotYetException e) {
      waiting.add(shard, e, AGAIN);
    } catch (SQLException e) {
      waiting.add(shard, unanswered(e), AGAIN);
    } catch (RuntimeException e) {
      owned.remove(shard);
      LOG.error("shard {} cannot be taken", shard, e);
      waiting.add(shard, "it cannot be taken: " + e, FAULT);
    }
    if (publisher.failed()) {
      doubtAll("a send failed while shard " + shard + " was drained");
    }
  }

  /** Something of all shards may or may not have happened: nothing in memory counts any more. */
  void doubtAll(String reason) {
    publisher.reset();
    release(Set.copyOf(owned.keySet()), reason, AGAIN);
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
      forget(shard);
      if (was != null) {
        reader.pause(was);
      }
      waiting.add(shard, reason, time);
    }
  }

  /** The shard stands before an input. */
  void hold(Hold hold) {
    OwnedShard mine = owned.get(hold.shard());
    if (mine != null) {
      holds.stand(mine, hold);
    }
  }

  /** Takes in what the publishers were answered since the last call. */
  void hear() {
    if (publisher.failed()) {
      doubtAll("a send failed");
    }
    for (OutboxTable.Key row : publisher.acknowledged()) {
      OwnedShard shard = owned.get(row.shard());
      if (shard != null) {
        shard.acknowledged.add(row);
      }
    }
    for (StatePublisher.Done done : states.finished()) {
      OwnedShard shard = owned.get(done.shard());
      if (shard != null && shard.epoch == done.epoch()) {
        shard.statePublished = Math.max(shard.statePublished, done.number());
        shard.buried.addAll(done.stubs());
      }
    }
  }
}
