package io.weirworks.messaging.projection;

import io.weirworks.messaging.KafkaClients;
import io.weirworks.messaging.ServiceDefinition;
import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.storage.SubjectRow;
import io.weirworks.messaging.storage.SubjectRows;
import io.weirworks.messaging.storage.SubjectRows.Changed;
import io.weirworks.messaging.storage.Transactions;
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
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the newest state of changed subjects, one Kafka transaction per shard and round. The
 * transactional id is service + shard, so the broker refuses a former owner; what a round did not
 * finish is done again from the table.
 */
public final class StatePublisher implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(StatePublisher.class);
  private static final int ROWS_AT_ONCE = 1000;
  private static final Duration CLOSE = Duration.ofSeconds(1);

  /** A shard to publish: rows changed after {@code complete} and not after {@code number}. */
  public record Work(int shard, long epoch, long complete, long number) {}

  /** What has been published: the state topic is complete up to {@code number}. */
  public record Done(int shard, long epoch, long number, List<Stub> stubs) {}

  /** A removed subject whose tombstone the broker has. */
  public record Stub(SubjectRows<?> table, String id, long sequence) {}

  private record Table<S>(SubjectKind<S, ?> kind, SubjectRows<S> rows) {}

  private final DataSource database;
  private final KafkaClients clients;
  private final InstantSource clock;
  private final Duration interval;
  private final String transactionalIdPrefix;
  private final StateRecords records;
  private final List<Table<?>> tables = new ArrayList<>();

  private final Map<Integer, Work> asked = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Done> done = new ConcurrentLinkedQueue<>();
  private final Map<Integer, Producer<byte[], byte[]>> producers = new HashMap<>();
  private final Map<Integer, Long> epochs = new HashMap<>();

  /** What was written last, by shard: the loop hears of it later than it asks for more. */
  private final Map<Integer, Work> written = new HashMap<>();

  private volatile boolean stopping;

  public StatePublisher(
      DataSource database,
      KafkaClients clients,
      ServiceDefinition definition,
      InstantSource clock,
      Duration interval) {
    this.database = database;
    this.clients = clients;
    this.clock = clock;
    this.interval = interval;
    this.transactionalIdPrefix = "weirworks." + definition.service().id() + ".state.";
    this.records = new StateRecords(definition.service(), definition.codec());
    definition.kinds().forEach(kind -> tables.add(table(kind)));
  }

  private static <S> Table<S> table(SubjectKind<S, ?> kind) {
    return new Table<>(kind, new SubjectRows<>(kind));
  }

  /** Asks for a shard's changes; a later request replaces one that was not begun. */
  public void publish(Work work) {
    asked.put(work.shard(), work);
  }

  /** Forgets a shard that left this member. */
  public void forget(int shard) {
    asked.remove(shard);
  }

  /** What was finished since the last call. */
  public List<Done> finished() {
    List<Done> all = new ArrayList<>();
    for (Done one; (one = done.poll()) != null; ) {
      all.add(one);
    }
    return all;
  }

  @Override
  public void run() {
    while (!stopping) {
      long begun = System.nanoTime();
      round();
      pause(interval.minusNanos(System.nanoTime() - begun));
    }
    producers.values().forEach(producer -> producer.close(CLOSE));
    producers.clear();
  }

  private void round() {
    for (int shard : List.copyOf(asked.keySet())) {
      Work work = asked.remove(shard);
      if (work != null && work.number() > complete(work)) {
        attempt(new Work(shard, work.epoch(), complete(work), work.number()));
      }
    }
  }

  private long complete(Work work) {
    Work last = written.get(work.shard());
    return last == null || last.epoch() != work.epoch()
        ? work.complete()
        : Math.max(work.complete(), last.number());
  }

  private void attempt(Work work) {
    try {
      done.add(new Done(work.shard(), work.epoch(), work.number(), write(work)));
      written.put(work.shard(), work);
    } catch (SQLException | RuntimeException e) {
      LOG.warn("state of shard {} is not published yet: {}", work.shard(), e.toString());
      Producer<byte[], byte[]> broken = producers.remove(work.shard());
      if (broken != null) {
        broken.close(Duration.ZERO);
      }
      asked.putIfAbsent(work.shard(), work);
    }
  }

  private List<Stub> write(Work work) throws SQLException {
    List<Stub> stubs = new ArrayList<>();
    Producer<byte[], byte[]> producer = producer(work);
    for (Table<?> table : tables) {
      write(work, table, producer, stubs);
    }
    return stubs;
  }

  private <S> void write(
      Work work, Table<S> table, Producer<byte[], byte[]> producer, List<Stub> stubs)
      throws SQLException {
    long after = work.complete() + 1;
    String afterId = "";
    while (true) {
      List<Changed<S>> page = page(work, table, after, afterId);
      if (page.isEmpty()) {
        return;
      }
      producer.beginTransaction();
      for (Changed<S> changed : page) {
        SubjectRow<S> row = changed.row();
        Future<?> _ =
            producer.send(records.of(table.kind(), row, clock.instant()).toProducerRecord());
        if (row.state() == null && !table.kind().keepsStub()) {
          stubs.add(new Stub(table.rows(), row.id(), row.sequence()));
        }
      }
      producer.commitTransaction();
      after = page.getLast().changedIn();
      afterId = page.getLast().row().id();
    }
  }

  private <S> List<Changed<S>> page(Work work, Table<S> table, long after, String afterId)
      throws SQLException {
    return Transactions.read(
        database,
        c -> table.rows().changed(c, work.shard(), after, afterId, work.number(), ROWS_AT_ONCE));
  }

  /**
   * A new epoch means a new producer: its initialisation fences whoever wrote this shard before.
   */
  private Producer<byte[], byte[]> producer(Work work) {
    Producer<byte[], byte[]> known = producers.get(work.shard());
    if (known != null && epochs.getOrDefault(work.shard(), -1L) == work.epoch()) {
      return known;
    }
    if (known != null) {
      known.close(CLOSE);
    }
    Producer<byte[], byte[]> producer =
        clients.producer(Optional.of(transactionalIdPrefix + work.shard()));
    producers.put(work.shard(), producer);
    epochs.put(work.shard(), work.epoch());
    producer.initTransactions();
    return producer;
  }

  private void pause(Duration time) {
    if (time.isPositive()) {
      LockSupport.parkNanos(time.toNanos());
    }
  }

  /** Ends after the round under way. */
  public void stop() {
    stopping = true;
  }
}
