package io.weirworks.messaging.shard;

import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.storage.SideTable;
import io.weirworks.messaging.storage.SubjectRow;
import io.weirworks.messaging.storage.TimerTable;
import io.weirworks.messaging.storage.TimerTable.Timer;
import io.weirworks.messaging.wire.OutgoingRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One decision on its way into the transaction: evolved, encoded and measured without touching what
 * the decisions before it left, so that a refusal or a record too large changes nothing.
 */
final class Draft {

  private final TransactionWork work;
  private final Ledger ledger;
  private final Composer composer;
  private final int shard;
  private final Asked asked;

  private final Map<SubjectRef<?, ?>, SubjectRow<?>> rows = new LinkedHashMap<>();
  private final List<OutgoingRecord> outgoing = new ArrayList<>();
  private final Map<TimerTable.Key, Optional<Timer>> timers = new LinkedHashMap<>();
  private final List<Effect.Write> writes = new ArrayList<>();
  private final List<Effect.Remove> removals = new ArrayList<>();
  private final List<Runnable> hints = new ArrayList<>();
  private int bytes;

  Draft(TransactionWork work, Ledger ledger, Composer composer, int shard, Asked asked) {
    this.work = work;
    this.ledger = ledger;
    this.composer = composer;
    this.shard = shard;
    this.asked = asked;
  }

  void apply(Decision.Accepted decision) {
    for (Effect effect : decision.effects()) {
      switch (effect) {
        case Effect.Tell<?, ?> tell -> tell(tell);
        case Effect.Change<?, ?> change -> change(change);
        case Effect.Ask ask -> ask(ask);
        case Effect.SetTimer(SubjectRef<?, ?> subject, String kind, var due) ->
            timers.put(
                new TimerTable.Key(subject.id(), kind),
                Optional.of(
                    new Timer(
                        new TimerTable.Key(subject.id(), kind),
                        shard,
                        orderingKey(subject),
                        due,
                        asked.envelope().id(),
                        asked.envelope().correlationId())));
        case Effect.ClearTimer(SubjectRef<?, ?> subject, String kind) ->
            timers.put(new TimerTable.Key(subject.id(), kind), Optional.empty());
        case Effect.Write write -> writes.add(write);
        case Effect.Remove remove -> removals.add(remove);
        case Effect.Hint(Runnable told) -> hints.add(told);
      }
    }
  }

  private <S, E> void tell(Effect.Tell<S, E> tell) {
    SubjectKind<S, E> kind = tell.subject().kind();
    SubjectRow<S> before = row(tell.subject());
    S state = before == null ? null : before.state();
    S after = kind.evolve(state, tell.event());
    S known = after != null ? after : state;
    if (known == null) {
      throw new IllegalStateException("the first event of " + tell.subject() + " removes it");
    }
    long sequence = before == null ? 1 : before.sequence() + 1; // I4
    int weight = before == null ? 0 : before.weight();
    SubjectRow<S> row = put(tell.subject(), known, sequence, after, weight);
    send(composer.event(row, kind.event(known, tell.event()), ledger.nextId(shard), asked));
  }

  private <S, E> void change(Effect.Change<S, E> change) {
    SubjectRow<S> before = row(change.subject());
    S state = before == null ? null : before.state();
    if (before == null || state == null) {
      throw new IllegalStateException("a change of " + change.subject() + ", which does not exist");
    }
    S after = change.subject().kind().evolve(state, change.event());
    if (after == null) {
      throw new IllegalStateException("a change removes " + change.subject() + " untold");
    }
    put(change.subject(), after, before.sequence(), after, before.weight());
  }

  private <S, E> SubjectRow<S> put(
      SubjectRef<S, E> subject, S known, long sequence, @Nullable S state, int weight) {
    String key = subject.kind().orderingKey(known);
    if (composer.shardOf(key) != shard) {
      throw new IllegalStateException(
          subject + " of ordering key " + key + " does not belong to shard " + shard);
    }
    String workspace = subject.kind().workspace(known);
    SubjectRow<S> row =
        new SubjectRow<>(subject.id(), shard, key, workspace, sequence, state, weight);
    rows.put(subject, row);
    return row;
  }

  private void ask(Effect.Ask ask) {
    SubjectRow<?> sender = row(ask.sender());
    SpecificRecord command = ask.command().apply(sender == null ? 0 : sender.sequence());
    String workspace = sender == null ? asked.envelope().workspace() : sender.workspace();
    send(composer.command(ask, command, workspace, ledger.nextId(shard), asked));
  }

  private void send(OutgoingRecord record) {
    outgoing.add(record);
    bytes += record.size();
  }

  @SuppressWarnings("unchecked") // a row lies under the reference of its own kind
  private <S, E> @Nullable SubjectRow<S> row(SubjectRef<S, E> subject) {
    SubjectRow<?> drafted = rows.get(subject);
    return drafted != null ? (SubjectRow<S>) drafted : work.row(subject.kind(), subject.id());
  }

  long sequence(SubjectRef<?, ?> subject) {
    SubjectRow<?> row = row(subject);
    return row == null ? 0 : row.sequence();
  }

  private String orderingKey(SubjectRef<?, ?> subject) {
    SubjectRow<?> row = row(subject);
    if (row == null) {
      throw new IllegalStateException("a timer of " + subject + ", which does not exist");
    }
    return row.orderingKey();
  }

  boolean fits() {
    return ledger.fits(outgoing.size(), bytes);
  }

  /** From here on the decision is part of the transaction. */
  void enter() {
    rows.forEach((subject, row) -> work.change(subject.kind(), row));
    outgoing.forEach(record -> ledger.send(shard, record));
    ledger.timers.putAll(timers);
    for (Effect.Write write : writes) {
      ledger
          .writes
          .computeIfAbsent(write.sql(), sql -> new ArrayList<>())
          .add(write.parameters().toArray());
    }
    for (Effect.Remove removal : removals) {
      ledger
          .removals
          .computeIfAbsent(
              new SideTable.Column(removal.table(), removal.column()), _ -> new ArrayList<>())
          .add(removal.key());
    }
    ledger.hints.addAll(hints);
  }
}
