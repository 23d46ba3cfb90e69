package io.weirworks.messaging.shard;

import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.projection.StatePublisher;
import io.weirworks.messaging.projection.StateRecords;
import io.weirworks.messaging.storage.CommandMemoryTable;
import io.weirworks.messaging.storage.OutboxTable;
import io.weirworks.messaging.storage.OutboxTable.OutboxRow;
import io.weirworks.messaging.storage.ParkedTable;
import io.weirworks.messaging.storage.ParkedTable.Parked;
import io.weirworks.messaging.storage.PositionTable;
import io.weirworks.messaging.storage.RowChange;
import io.weirworks.messaging.storage.ShardTable;
import io.weirworks.messaging.storage.ShardTable.ShardRow;
import io.weirworks.messaging.storage.SideTable;
import io.weirworks.messaging.storage.SubjectRow;
import io.weirworks.messaging.storage.SubjectRows;
import io.weirworks.messaging.storage.TimerTable;
import io.weirworks.messaging.storage.TimerTable.Timer;
import io.weirworks.messaging.storage.ViewRowTable;
import io.weirworks.messaging.wire.OutgoingRecord;
import io.weirworks.messaging.wire.RecordBytes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a decided transaction: one batch per table; then, after the commit, moves memory along. A
 * row whose state record its topic would not take fails the transaction: after the commit nothing
 * could tell it any more (R40).
 */
final class Flush {

  private final Connection c;
  private final Map<SubjectKind<?, ?>, SubjectRows<?>> tables;
  private final StateRecords states;
  private final TransactionWork work;
  private final Ledger ledger;
  private final Map<OutboxTable.Key, List<OutgoingRecord>> sent = new LinkedHashMap<>();
  private final Map<SubjectKind<?, ?>, List<? extends SubjectRow<?>>> written = new HashMap<>();
  private final Map<Integer, Optional<Instant>> nextTimers = new HashMap<>();

  Flush(
      Connection c,
      Map<SubjectKind<?, ?>, SubjectRows<?>> tables,
      StateRecords states,
      TransactionWork work,
      Ledger ledger) {
    this.c = c;
    this.tables = tables;
    this.states = states;
    this.work = work;
    this.ledger = ledger;
  }

  /** What is to be published once the commit is through. */
  Map<OutboxTable.Key, List<OutgoingRecord>> sent() {
    return sent;
  }

  void write(Collection<OwnedShard> owned, List<Input> decided) throws SQLException {
    for (SubjectKind<?, ?> kind : work.changed().keySet()) {
      write(kind, work.toWrite(kind));
    }
    SideTable.write(c, ledger.writes);
    SideTable.remove(c, ledger.removals);
    CommandMemoryTable.insert(c, ledger.remembered.values());
    CommandMemoryTable.settle(c, ledger.settled.values());
    timers();
    ParkedTable.delete(c, ledger.unparked.keySet());
    ParkedTable.insert(c, ledger.parked);
    ViewRowTable.put(c, ledger.views.values());
    outbox(owned);
    PositionTable.move(
        c,
        ledger.positions.entrySet().stream()
            .map(e -> new PositionTable.Move(e.getKey().shard(), e.getKey().topic(), e.getValue()))
            .toList());
    ShardTable.advance(c, owned.stream().map(this::advanced).toList());
    for (OwnedShard shard : owned) {
      for (StatePublisher.Stub stub : shard.buried) {
        stub.table().deleteStub(c, stub.id(), stub.sequence());
      }
    }
    reread(owned, decided);
  }

  @SuppressWarnings("unchecked") // the rows of a kind are written by the table of that kind
  private <S> void write(SubjectKind<?, ?> kind, Collection<SubjectRow<?>> rows)
      throws SQLException {
    SubjectRows<S> table = (SubjectRows<S>) tables.get(kind);
    if (table == null) {
      throw new IllegalStateException("kind " + kind.name() + " is not in the service definition");
    }
    List<RowChange<S>> changed =
        rows.stream()
            .map(
                row ->
                    new RowChange<>(
                        (SubjectRow<S>) row, (SubjectRow<S>) work.stored(kind, row.id())))
            .toList();
    written.put(
        kind,
        table.write(
            c,
            changed,
            ledger::number,
            row -> states.of((SubjectKind<S, ?>) kind, row, ledger.now).measured()));
  }

  private void timers() throws SQLException {
    List<TimerTable.Key> cleared = new ArrayList<>();
    List<Timer> set = new ArrayList<>();
    ledger.timers.forEach((key, timer) -> timer.ifPresentOrElse(set::add, () -> cleared.add(key)));
    TimerTable.clear(c, cleared);
    TimerTable.set(c, set);
  }

  private void outbox(Collection<OwnedShard> owned) throws SQLException {
    List<OutboxRow> rows = new ArrayList<>();
    ledger.outgoing.forEach(
        (shard, records) -> {
          OutboxTable.Key key = new OutboxTable.Key(shard, ledger.number(shard));
          rows.add(new OutboxRow(key, ledger.now, RecordBytes.writeOutgoing(records)));
          sent.put(key, records);
        });
    OutboxTable.insert(c, rows);
    OutboxTable.delete(c, owned.stream().flatMap(shard -> shard.acknowledged.stream()).toList());
  }

  private ShardRow advanced(OwnedShard shard) {
    return new ShardRow(shard.shard, shard.epoch, ledger.number(shard.shard), shard.statePublished);
  }

  /** Reads what memory cannot derive from the ledger, still inside the transaction. */
  private void reread(Collection<OwnedShard> owned, List<Input> decided) throws SQLException {
    Set<Integer> firing =
        decided.stream()
            .filter(Input.Due.class::isInstance)
            .map(Input::shard)
            .collect(Collectors.toSet());
    for (OwnedShard shard : owned) {
      if (firing.contains(shard.shard)) {
        nextTimers.put(shard.shard, TimerTable.nextDue(c, shard.shard));
      }
    }
  }

  /** After the commit: memory follows the tables. */
  void remember(Map<Integer, OwnedShard> owned, SubjectCache cache) {
    owned.values().forEach(this::remember);
    ledger.positions.forEach(
        (place, offset) -> owned(owned, place.shard()).positions.put(place.topic(), offset));
    ledger.unparked.forEach((key, row) -> owned(owned, key.shard()).parked.remove(row));
    for (Parked row : ledger.parked) {
      owned(owned, row.key().shard()).parked.add(row.waiting());
    }
    for (Optional<Timer> timer : ledger.timers.values()) {
      timer.ifPresent(set -> owned(owned, set.shard()).timerSet(set.due()));
    }
    work.fetched()
        .forEach(
            (kind, rows) ->
                rows.stream()
                    .filter(row -> owned.containsKey(row.shard()))
                    .forEach(row -> cache.put(kind, row)));
    written.forEach((kind, rows) -> rows.forEach(row -> cache.put(kind, row)));
  }

  private void remember(OwnedShard shard) {
    shard.number = ledger.number(shard.shard);
    shard.stateComplete = shard.statePublished;
    shard.acknowledged.clear();
    shard.buried.clear();
    Optional<Instant> next = nextTimers.get(shard.shard);
    if (next != null) {
      shard.nextTimer = next.orElse(null);
    }
  }

  private static OwnedShard owned(Map<Integer, OwnedShard> owned, int shard) {
    OwnedShard found = owned.get(shard);
    if (found == null) {
      throw new IllegalStateException("shard " + shard + " is not part of this transaction");
    }
    return found;
  }
}
