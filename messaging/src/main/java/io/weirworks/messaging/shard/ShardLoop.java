package io.weirworks.messaging.shard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.KafkaException;
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

  /** Above this many unanswered outbox rows the loop waits for the broker. */
  private static final int MOST_IN_FLIGHT = 256;

  private final LoopParts parts;
  private final Ownership ownership;
  private final Assignment assignment;
  private final GroupOffsets offsets;
  private final Consumer<LoopStatus> status;
  private final boolean leaveOnStop;

  private volatile boolean stopping;

  ShardLoop(LoopParts parts, Consumer<LoopStatus> status, boolean leaveOnStop) {
    this.parts = parts;
    this.ownership = parts.ownership();
    this.offsets = new GroupOffsets(parts.consumer());
    this.status = status;
    this.leaveOnStop = leaveOnStop;
    this.assignment =
        new Assignment(parts.consumer(), parts.topics(), this::settle, ownership::left);
  }

  @Override
  public void run() {
    try {
      parts.consumer().subscribe(parts.topics(), assignment);
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
    ownership.hear();
    ownership.takeWaiting(assignment);
    List<Input> inputs = parts.gathering().gather(polled);
    parts.batches().run(inputs);
    parts.gathering().stop();
    if (parts.publisher().inFlight() > MOST_IN_FLIGHT) {
      parts.publisher().flush();
    }
    if (inputs.isEmpty()) {
      parts.batches().keepHouse();
    }
    offsets.commit(ownership.owned().values());
    status.accept(
        LoopStatus.of(ownership, parts.holds(), assignment.generation() > 0, offsets.answeredAt()));
  }

  private ConsumerRecords<byte[], byte[]> poll() {
    try {
      return parts.consumer().poll(patience());
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
    Instant now = parts.clock().estimate();
    for (OwnedShard shard : ownership.owned().values()) {
      if (shard.parked.hasQueued() && ownership.isOpen(shard.shard)) {
        return Duration.ZERO;
      }
      if (shard.parked.hasAfter()) {
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

  /** Hands over cleanly: what is in flight is answered and its rows are deleted. */
  private void settle() {
    if (parts.publisher().inFlight() > 0) {
      parts.publisher().flush();
    }
    ownership.hear();
    parts.batches().keepHouse();
  }

  /** Ends after the turn under way; a poll takes {@link #IDLE} at most. */
  void stop() {
    stopping = true;
  }

  private void close() {
    try {
      parts
          .consumer()
          .close(
              CloseOptions.timeout(STOP)
                  .withGroupMembershipOperation(
                      leaveOnStop
                          ? GroupMembershipOperation.LEAVE_GROUP
                          : GroupMembershipOperation.REMAIN_IN_GROUP));
    } catch (KafkaException e) {
      LOG.warn("the consumer did not close cleanly: {}", e.toString());
    }
    parts.publisher().close();
  }
}
