package io.weirworks.messaging.outbox;

import io.weirworks.messaging.storage.OutboxTable;
import io.weirworks.messaging.wire.OutgoingRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends outbox rows in order through one idempotent producer. One failed send makes everything
 * after it doubtful: the producer is closed and the tables are drained by whoever owns the shards
 * next. Called by the loop's thread only; acknowledgements come from the producer's.
 */
public final class OutboxPublisher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxPublisher.class);
  private static final Duration CLOSE = Duration.ofSeconds(2);

  private final Supplier<Producer<byte[], byte[]>> producers;
  private @Nullable Generation current;

  public OutboxPublisher(Supplier<Producer<byte[], byte[]>> producers) {
    this.producers = producers;
  }

  /** One producer's life: acknowledgements of a closed one count for nothing. */
  private static final class Generation {
    private final Producer<byte[], byte[]> producer;
    private final ConcurrentLinkedQueue<OutboxTable.Key> acknowledged =
        new ConcurrentLinkedQueue<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicBoolean failed = new AtomicBoolean();

    private Generation(Producer<byte[], byte[]> producer) {
      this.producer = producer;
    }

    private void send(OutboxTable.Key row, List<OutgoingRecord> records) {
      inFlight.incrementAndGet();
      AtomicInteger open = new AtomicInteger(records.size());
      for (OutgoingRecord record : records) {
        if (failed.get()) {
          return;
        }
        try {
          Future<?> _ =
              producer.send(
                  record.toProducerRecord(), (metadata, error) -> answered(row, open, error));
        } catch (RuntimeException e) {
          fail(row, e);
        }
      }
    }

    private void answered(OutboxTable.Key row, AtomicInteger open, @Nullable Exception error) {
      if (error != null) {
        fail(row, error);
      } else if (open.decrementAndGet() == 0) {
        acknowledged.add(row);
        inFlight.decrementAndGet();
      }
    }

    /**
     * Closes at once, also from the producer's own thread: left alone it would go on with the
     * batches behind the failed one, and readers would drop the failed one for good when it is sent
     * again (I4).
     */
    private void fail(OutboxTable.Key row, Exception error) {
      if (!failed.getAndSet(true)) {
        LOG.warn("outbox row {} could not be sent: {}", row, error.toString());
        producer.close(Duration.ZERO);
      }
    }
  }

  /** Hands the records of one committed transaction and shard to the producer. */
  public void publish(OutboxTable.Key row, List<OutgoingRecord> records) {
    generation().send(row, records);
  }

  private Generation generation() {
    if (current == null) {
      current = new Generation(producers.get());
    }
    return current;
  }

  /** Whether a send failed since the last {@link #reset}. */
  public boolean failed() {
    return current != null && current.failed.get();
  }

  /** Rows whose records the broker all has, each once. */
  public List<OutboxTable.Key> acknowledged() {
    List<OutboxTable.Key> rows = new ArrayList<>();
    if (current != null) {
      for (OutboxTable.Key row; (row = current.acknowledged.poll()) != null; ) {
        rows.add(row);
      }
    }
    return rows;
  }

  public int inFlight() {
    return current == null ? 0 : current.inFlight.get();
  }

  /** Waits until everything sent is answered; false where a send failed. */
  public boolean flush() {
    if (current != null) {
      current.producer.flush();
    }
    return !failed();
  }

  /** Closes the producer and forgets what it had not been answered for. */
  public void reset() {
    if (current != null) {
      current.producer.close(failed() ? Duration.ZERO : CLOSE);
      current = null;
    }
  }

  @Override
  public void close() {
    reset();
  }
}
