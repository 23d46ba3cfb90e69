package io.weirworks.messaging.shard;

import io.weirworks.messaging.shard.Screening.Screened;
import io.weirworks.messaging.storage.OperatorTable;
import io.weirworks.messaging.storage.OperatorTable.Action;
import io.weirworks.messaging.storage.OperatorTable.Instruction;
import io.weirworks.messaging.storage.ParkedTable;
import io.weirworks.messaging.storage.ParkedTable.Parked;
import io.weirworks.messaging.storage.TimerTable;
import io.weirworks.messaging.storage.Transactions;
import io.weirworks.messaging.storage.ViewRowTable;
import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.messaging.wire.Reading;
import io.weirworks.schemas.Precondition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Gathers what one turn of the loop decides on: released holds, parked rows, due timers, records.
 */
final class Gathering {

  private static final int AT_ONCE = 500;
  private static final Duration HOLD = Duration.ofSeconds(1);

  private final DataSource database;
  private final Ownership ownership;
  private final Screening screening;
  private final DatabaseClock clock;

  /** Shards that stop before a record of this turn, once what lies before it is decided. */
  private final Map<Integer, Hold> stops = new TreeMap<>();

  Gathering(DataSource database, Ownership ownership, Screening screening, DatabaseClock clock) {
    this.database = database;
    this.ownership = ownership;
    this.screening = screening;
    this.clock = clock;
  }

  List<Input> gather(ConsumerRecords<byte[], byte[]> polled) {
    List<Input> inputs = new ArrayList<>();
    stops.clear();
    try {
      releaseHolds(inputs);
      for (OwnedShard shard : ownership.owned().values()) {
        if (ownership.isOpen(shard.shard)) {
          waiting(shard, inputs);
        }
      }
    } catch (SQLException e) {
      ownership.doubtAll("the database does not answer: " + e.getMessage());
      return List.of();
    }
    polled.forEach(record -> screen(record, inputs));
    return inputs;
  }

  private void screen(ConsumerRecord<byte[], byte[]> record, List<Input> inputs) {
    int shard = record.partition();
    if (!ownership.isOpen(shard) || stops.containsKey(shard)) {
      return;
    }
    ArrivedRecord arrived = ArrivedRecord.of(record);
    switch (screening.screen(arrived)) {
      case Screened.Open(Input.Polled input) -> inputs.add(input);
      case Screened.Closed(String reason) ->
          stops.put(
              shard,
              new Hold(
                  arrived.topic(),
                  arrived.partition(),
                  arrived.offset(),
                  reason,
                  Instant.now(),
                  System.nanoTime() + HOLD.toNanos()));
    }
  }

  private void waiting(OwnedShard shard, List<Input> inputs) throws SQLException {
    Instant now = clock.estimate();
    boolean timer = shard.hasTimerDue(now);
    if (!timer && !shard.someWaitAfter && shard.queuedKeys.isEmpty()) {
      return;
    }
    try (Connection c = database.getConnection()) {
      if (!shard.queuedKeys.isEmpty()) {
        ParkedTable.queued(c, shard.shard, AT_ONCE).forEach(row -> inputs.add(unparked(row)));
      }
      if (shard.someWaitAfter) {
        after(c, shard, now, inputs);
      }
      if (timer) {
        List<TimerTable.Timer> due = TimerTable.due(c, shard.shard, now, AT_ONCE);
        due.forEach(one -> inputs.add(new Input.Due(one)));
        if (due.isEmpty()) {
          shard.nextTimer = TimerTable.nextDue(c, shard.shard).orElse(null);
        }
      }
    }
  }

  private Input unparked(Parked row) {
    return new Input.Unparked(row, screening.read(row.record()));
  }

  /** Commands whose {@code ce_after} is read by now, or whose patience is over. */
  private void after(Connection c, OwnedShard shard, Instant now, List<Input> inputs)
      throws SQLException {
    for (Parked row : ParkedTable.after(c, shard.shard, AT_ONCE)) {
      Input.Unparked input = new Input.Unparked(row, screening.read(row.record()));
      if (!row.due().isAfter(now) || hasRead(c, input)) {
        inputs.add(input);
      }
    }
  }

  private static boolean hasRead(Connection c, Input.Unparked input) throws SQLException {
    if (!(input.reading() instanceof Reading.Understood(var envelope, var _))) {
      return true;
    }
    List<Precondition> after = envelope.after();
    Map<String, Long> read =
        ViewRowTable.sequences(c, after.stream().map(Precondition::subject).toList());
    return after.stream().allMatch(one -> read.getOrDefault(one.subject(), 0L) >= one.sequence());
  }

  /** To be called when the inputs are decided. */
  void stop() {
    stops.forEach(ownership::hold);
  }

  private void releaseHolds(List<Input> inputs) throws SQLException {
    for (Hold hold : ownership.holds().due()) {
      boolean skipped = hold.offset() >= 0 && isSkipped(hold);
      ownership.tryAgain(hold.partition(), !skipped);
      if (skipped) {
        inputs.add(new Input.Skipped(hold.partition(), hold.topic(), hold.offset()));
      }
    }
  }

  private boolean isSkipped(Hold hold) throws SQLException {
    Instruction skip =
        new Instruction(hold.topic(), hold.partition(), Action.SKIP, String.valueOf(hold.offset()));
    return Transactions.read(database, c -> OperatorTable.of(c, hold.partition())).contains(skip);
  }
}
