package io.weirworks.messaging.projection;

import io.weirworks.messaging.ServiceDefinition;
import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.projection.StatePublisher.Stub;
import io.weirworks.messaging.projection.StatePublisher.Work;
import io.weirworks.messaging.storage.SubjectRow;
import io.weirworks.messaging.storage.SubjectRows;
import io.weirworks.messaging.storage.SubjectRows.Changed;
import io.weirworks.messaging.storage.Transactions;
import io.weirworks.messaging.wire.OutgoingRecord;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;

/**
 * Writes a shard's changed rows to the state topic, page by page, a Kafka transaction for all that
 * is not a full page.
 */
final class StateWriter {

  private static final int ROWS_AT_ONCE = 1000;

  private record Table<S>(SubjectKind<S, ?> kind, SubjectRows<S> rows) {}

  private final DataSource database;
  private final InstantSource clock;
  private final StateRecords records;
  private final List<Table<?>> tables = new ArrayList<>();

  StateWriter(DataSource database, ServiceDefinition definition, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.records = new StateRecords(definition.service(), definition.codec());
    definition.kinds().forEach(kind -> tables.add(table(kind)));
  }

  private static <S> Table<S> table(SubjectKind<S, ?> kind) {
    return new Table<>(kind, new SubjectRows<>(kind));
  }

  /** How many records were written, and the removed subjects among them. */
  record Told(int records, List<Stub> stubs) {}

  /** Writes what changed behind what is written. */
  Told write(ShardProjection shard, Work work) throws SQLException {
    List<Stub> stubs = new ArrayList<>();
    Round round = new Round(shard.producer());
    for (Table<?> table : tables) {
      write(shard, work, table, round, stubs);
    }
    round.end();
    return new Told(round.records, stubs);
  }

  /** A transaction that begins with its first record: most kinds of a shard have none. */
  private static final class Round {

    private final Producer<byte[], byte[]> producer;
    private boolean begun;
    private int records;

    Round(Producer<byte[], byte[]> producer) {
      this.producer = producer;
    }

    void send(OutgoingRecord record) {
      if (!begun) {
        producer.beginTransaction();
        begun = true;
      }
      records++;
      Future<?> _ = producer.send(record.toProducerRecord());
    }

    void end() {
      if (begun) {
        producer.commitTransaction();
      }
      begun = false;
    }
  }

  /** A page that is not full is the last: what changes meanwhile is for a later round. */
  private <S> void write(
      ShardProjection shard, Work work, Table<S> table, Round round, List<Stub> stubs)
      throws SQLException {
    long after = shard.written() + 1;
    String afterId = "";
    boolean more = true;
    while (more) {
      List<Changed<S>> page = page(work, table, after, afterId);
      for (Changed<S> changed : page) {
        send(shard, table, changed, round, stubs);
      }
      more = page.size() == ROWS_AT_ONCE;
      if (more) {
        round.end();
        after = page.getLast().changedIn();
        afterId = page.getLast().row().id();
      }
    }
  }

  private <S> List<Changed<S>> page(Work work, Table<S> table, long after, String afterId)
      throws SQLException {
    return Transactions.read(
        database,
        c -> table.rows().changed(c, work.shard(), after, afterId, work.number(), ROWS_AT_ONCE));
  }

  private <S> void send(
      ShardProjection shard, Table<S> table, Changed<S> changed, Round round, List<Stub> stubs) {
    SubjectRow<S> row = changed.row();
    Instant now = clock.instant();
    OutgoingRecord record = records.of(table.kind(), row, now);
    if (!shard.takes(row.id(), changed.changedIn(), record, now)) {
      return;
    }
    round.send(record);
    if (row.state() == null && !table.kind().keepsStub()) {
      stubs.add(new Stub(table.rows(), row.id(), row.sequence()));
    }
  }
}
