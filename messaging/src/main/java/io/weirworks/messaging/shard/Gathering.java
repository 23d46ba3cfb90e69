package io.weirworks.messaging.shard;

import io.weirworks.messaging.shard.Screening.Screened;
import io.weirworks.messaging.storage.OperatorTable;
import io.weirworks.messaging.storage.OperatorTable.Told;
import io.weirworks.messaging.storage.ParkedTable;
import io.weirworks.messaging.storage.ParkedTable.Parked;
import io.weirworks.messaging.storage.TimerTable;
import io.weirworks.messaging.storage.TimerTable.Timer;
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
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers what one turn of the loop decides on: released holds, parked rows, due timers, records.
 */
final class Gathering {

  private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);
  private static final int AT_ONCE = 500;
  private static final Duration HOLD = Duration.ofSeconds(1);

  private final DataSource database;
  private final Ownership ownership;
  private final Holds holds;
  private final Screening screening;
  private final DatabaseClock clock;

  /** Shards that stop before a record of this turn, once what lies before it is decided. */
  private final Map<Integer, Hold> stops = new TreeMap<>();

  Gathering(
      DataSource database,
      Ownership ownership,
      Holds holds,
      Screening screening,
      DatabaseClock clock) {
    this.database = database;
    this.ownership = ownership;
    this.holds = holds;
    this.screening = screening;
    this.clock = clock;
  }

  List<Input> gather(ConsumerRecords<byte[], byte[]> polled) {
    List<Input> inputs = new ArrayList<>();
    stops.clear();
    try {
      for (Hold hold : holds.due()) {
        release(hold).ifPresent(inputs::add);
      }
      List<Input> skipped = List.copyOf(inputs);
      for (OwnedShard shard : ownership.owned().values()) {
        if (ownership.isOpen(shard.shard) && hasWaiting(shard)) {
          inputs.addAll(Transactions.read(database, c -> waiting(c, shard, skipped)));
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
    switch (screening.screen(ArrivedRecord.of(record))) {
      case Screened.Open(Input.Polled input) -> inputs.add(input);
      case Screened.Closed(Input.Polled input, String reason) ->
          stops.put(
              shard, new Hold(input, reason, Instant.now(), System.nanoTime() + HOLD.toNanos()));
    }
  }

  private boolean hasWaiting(OwnedShard shard) {
    return shard.parked.hasAfter()
        || shard.parked.hasQueued()
        || shard.hasTimerDue(clock.estimate());
  }

  private List<Input> waiting(Connection c, OwnedShard shard, List<Input> skipped)
      throws SQLException {
    List<Input> inputs = new ArrayList<>();
    Instant now = clock.estimate();
    if (shard.parked.hasQueued()) {
      queued(c, shard).forEach(row -> inputs.add(unparked(row)));
    }
    if (shard.parked.hasAfter()) {
      after(c, shard, now, inputs);
    }
    inputs.removeIf(input -> skipped.stream().anyMatch(other -> isSame(other, input)));
    if (shard.hasTimerDue(now)) {
      List<Timer> due = TimerTable.due(c, shard.shard, now, AT_ONCE);
      due.forEach(one -> inputs.add(new Input.Due(one)));
      if (due.isEmpty()) {
        shard.nextTimer = TimerTable.nextDue(c, shard.shard).orElse(null);
      }
    }
    return inputs;
  }

  /** Continuations first, then what may be decided of what waited behind others. */
  private static List<Parked> queued(Connection c, OwnedShard shard) throws SQLException {
    List<Parked> rows = new ArrayList<>(ParkedTable.find(c, shard.parked.continuations(AT_ONCE)));
    if (shard.parked.hasBehindDone()) {
      rows.addAll(ParkedTable.behind(c, shard.shard, shard.parked.unfinished(), AT_ONCE));
    }
    return rows;
  }

  private static boolean isSame(Input one, Input other) {
    return one.original().stop().equals(other.original().stop());
  }

  private Input.Unparked unparked(Parked row) {
    return new Input.Unparked(row, screening.read(row.record()));
  }

  /** Commands whose {@code ce_after} is read by now, or whose patience is over. */
  private void after(Connection c, OwnedShard shard, Instant now, List<Input> inputs)
      throws SQLException {
    for (Parked row : ParkedTable.after(c, shard.shard, AT_ONCE)) {
      Input.Unparked input = unparked(row);
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
    stops.values().forEach(ownership::hold);
  }

  /** Lets a held shard try again; gives what an operator told it to pass over instead. */
  private Optional<Input> release(Hold hold) throws SQLException {
    OwnedShard shard = ownership.owned().get(hold.shard());
    if (shard == null) {
      holds.forget(hold.shard());
      return Optional.empty();
    }
    if (!isStillThere(hold)) {
      holds.vanished(shard);
      return Optional.empty();
    }
    Optional<Told> skip = skip(hold);
    holds.tryAgain(shard, skip.isEmpty());
    skip.ifPresent(
        told -> LOG.warn("{} is passed over, as {} told", hold.input().stop(), told.actor()));
    return skip.map(told -> new Input.Skipped(hold.input(), told.actor()));
  }

  /** A timer may have been cleared or set anew by what was decided before its shard stopped. */
  private boolean isStillThere(Hold hold) throws SQLException {
    return switch (hold.input()) {
      case Input.OfRecord _ -> true;
      case Input.Due(Timer timer) ->
          Transactions.read(database, c -> TimerTable.find(c, timer.key()))
              .filter(timer::equals)
              .isPresent();
    };
  }

  private Optional<Told> skip(Hold hold) throws SQLException {
    return Transactions.read(database, c -> OperatorTable.of(c, hold.shard())).stream()
        .filter(told -> hold.input().stop().isSettledBy(told.instruction()))
        .findFirst();
  }
}
