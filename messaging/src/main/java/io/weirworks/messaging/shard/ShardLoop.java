package io.weirworks.messaging.shard;

import io.weirworks.messaging.outbox.OutboxPublisher;
import io.weirworks.messaging.projection.StatePublisher;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread through which everything passes that changes a subject: poll, take shards, decide
 * in one transaction, publish, commit offsets. Nothing long runs on it.
 */
final class ShardLoop implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(ShardLoop.class);
  private static final Duration IDLE = Duration.ofMillis(100);
  private static final Duration BUSY = Duration.ofMillis(5);
  private static final Duration STOP = Duration.ofSeconds(5);
  private static final long COMMIT_EVERY = Duration.ofSeconds(1).toNanos();

  /** Above this many unanswered outbox rows the loop waits for the broker. */
  private static final int MOST_IN_FLIGHT = 256;

  private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;
  private final List<String> topics;
  private final Assignment assignment;
  private final Ownership ownership;
  private final Gathering gathering;
  private final Batches batches;
  private final OutboxPublisher publisher;
  private final StatePublisher states;
  private final DatabaseClock clock;
  private final Consumer<LoopStatus> status;
  private final boolean leaveOnStop;

  private volatile boolean stopping;
  private long committedAt;
  private long groupAnsweredAt = System.nanoTime();

  ShardLoop(LoopParts parts, Consumer<LoopStatus> status, boolean leaveOnStop) {
    this.consumer = parts.consumer();
    this.topics = parts.topics();
    this.ownership = parts.ownership();
    this.gathering = parts.gathering();
    this.batches = parts.batches();
    this.publisher = parts.publisher();
    this.states = parts.states();
    this.clock = parts.clock();
    this.status = status;
    this.leaveOnStop = leaveOnStop;
    this.assignment = new Assignment(consumer, topics, this::settle, ownership::left);
  }

  @Override
  public void run() {
    try {
      consumer.subscribe(topics, assignment);
      while (!stopping) {
        turn();
      }
      settle();
    } catch (RuntimeException e) {
      LOG.error("the shard loop ends", e);
      status.accept(LoopStatus.ended(String.valueOf(e)));
    } finally {
      close();
    }
  }

  private void turn() {
    ConsumerRecords<byte[], byte[]> polled = poll();
    if (publisher.failed()) {
      ownership.doubtAll("a send failed");
    }
    ownership.acknowledged(publisher.acknowledged());
    ownership.published(states.finished());
    ownership.takeWaiting(assignment);
    List<Input> inputs = gathering.gather(polled);
    batches.run(inputs);
    gathering.stop();
    if (publisher.inFlight() > MOST_IN_FLIGHT) {
      publisher.flush();
    }
    if (inputs.isEmpty()) {
      batches.keepHouse();
    }
    commitOffsets();
    status.accept(LoopStatus.of(ownership, assignment.generation() > 0, groupAnsweredAt));
  }

  private ConsumerRecords<byte[], byte[]> poll() {
    try {
      return consumer.poll(patience());
    } catch (InvalidOffsetException e) {
      ownership.outsideTheLog(e.partitions());
      return ConsumerRecords.empty();
    }
  }

  private Duration patience() {
    if (!ownership.waiting().isEmpty()) {
      return IDLE;
    }
    Duration patience = IDLE;
    Instant now = clock.estimate();
    for (OwnedShard shard : ownership.owned().values()) {
      if (!shard.queuedKeys.isEmpty() && ownership.isOpen(shard.shard)) {
        return Duration.ZERO;
      }
      if (shard.someWaitAfter) {
        patience = BUSY;
      }
      Instant timer = shard.nextTimer;
      if (timer != null && timer.isBefore(now.plus(patience))) {
        Duration until = Duration.between(now, timer);
        patience = until.isNegative() ? Duration.ZERO : until;
      }
    }
    return patience;
  }

  /** Offsets in the group tell lag tools the truth; what counts are the positions in the table. */
  private void commitOffsets() {
    if (ownership.owned().isEmpty()) {
      groupAnsweredAt = System.nanoTime();
      return;
    }
    if (System.nanoTime() - committedAt < COMMIT_EVERY) {
      return;
    }
    committedAt = System.nanoTime();
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    ownership
        .positions()
        .forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
    consumer.commitAsync(
        offsets,
        (all, error) -> {
          if (error == null) {
            groupAnsweredAt = System.nanoTime();
          } else {
            LOG.debug("offsets are not committed: {}", error.toString());
          }
        });
  }

  /** Hands over cleanly: what is in flight is answered and its rows are deleted. */
  private void settle() {
    if (publisher.inFlight() > 0) {
      publisher.flush();
    }
    ownership.acknowledged(publisher.acknowledged());
    ownership.published(states.finished());
    batches.keepHouse();
  }

  /** Ends after the turn under way; a poll takes {@link #IDLE} at most. */
  void stop() {
    stopping = true;
  }

  private void close() {
    try {
      consumer.close(
          CloseOptions.timeout(STOP)
              .withGroupMembershipOperation(
                  leaveOnStop
                      ? GroupMembershipOperation.LEAVE_GROUP
                      : GroupMembershipOperation.REMAIN_IN_GROUP));
    } catch (KafkaException e) {
      LOG.warn("the consumer did not close cleanly: {}", e.toString());
    }
    publisher.close();
  }
}
