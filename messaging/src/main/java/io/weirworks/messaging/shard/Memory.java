package io.weirworks.messaging.shard;

import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.storage.CommandMemoryTable;
import io.weirworks.messaging.storage.CommandMemoryTable.Key;
import io.weirworks.messaging.storage.CommandMemoryTable.Outcome;
import io.weirworks.messaging.storage.CommandMemoryTable.Remembered;
import io.weirworks.messaging.storage.ParkedTable.Parked;
import io.weirworks.messaging.storage.ParkedTable.Reason;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The idempotency rule: the same (source, id) again has no second effect and gets the first reply
 * again, repeats inside one transaction included; with another actor or content it is refused.
 */
final class Memory {

  private final TransactionWork work;
  private final Ledger ledger;
  private final Composer composer;
  private final Map<Key, Remembered> known = new HashMap<>();

  Memory(TransactionWork work, Ledger ledger, Composer composer) {
    this.work = work;
    this.ledger = ledger;
    this.composer = composer;
  }

  void load(Collection<Key> keys) {
    if (!keys.isEmpty()) {
      known.putAll(work.query(c -> CommandMemoryTable.find(c, keys)));
    }
  }

  /** Whether the command was met before; then it is answered here and has no further effect. */
  boolean answersRepeat(Received received, @Nullable Parked parked) {
    Remembered first = known.get(received.memoryKey());
    if (first == null) {
      return false;
    }
    if (!first.content().equals(received.content())) {
      reply(
          received,
          new Outcome.Rejected(
              Rejection.of(
                  Rejection.IDEMPOTENCY_KEY_REUSED,
                  "this source sent another command, or the same as another actor, with this id")));
      return true;
    }
    if (first.outcome() instanceof Outcome.Pending(int owed)) {
      if (parked != null && parked.reason() == Reason.AFTER) {
        return false; // this is the parked command itself, now to be decided
      }
      int more = received.envelope().replyTo() == null ? owed : owed + 1;
      put(received, new Outcome.Pending(more), first);
      return true;
    }
    reply(received, first.outcome());
    return true;
  }

  /** Remembers the first outcome and answers whoever asked for a reply until now. */
  void keep(Received received, Outcome outcome) {
    Remembered first = known.get(received.memoryKey());
    put(received, outcome, first);
    if (outcome instanceof Outcome.Pending) {
      return;
    }
    reply(received, outcome);
    if (first != null && first.outcome() instanceof Outcome.Pending(int owed)) {
      for (int i = 0; i < owed; i++) {
        send(received, outcome);
      }
    }
  }

  /**
   * Tells whoever waits for a parked command that it is passed over; a command that is not waited
   * for has no row to be changed.
   */
  void keepIfPending(Received received, Outcome outcome) {
    Remembered first = known.get(received.memoryKey());
    if (first != null && first.outcome() instanceof Outcome.Pending) {
      keep(received, outcome);
    }
  }

  private void put(Received received, Outcome outcome, @Nullable Remembered first) {
    Remembered row = new Remembered(received.memoryKey(), received.content(), ledger.now, outcome);
    known.put(row.key(), row);
    boolean isNew = first == null || ledger.remembered.containsKey(row.key());
    (isNew ? ledger.remembered : ledger.settled).put(row.key(), row);
  }

  private void reply(Received received, Outcome outcome) {
    if (received.envelope().replyTo() != null) {
      send(received, outcome);
    }
  }

  private void send(Received received, Outcome outcome) {
    int shard = received.shard();
    ledger.send(shard, composer.reply(outcome, ledger.nextId(shard), received.asked()));
  }
}
