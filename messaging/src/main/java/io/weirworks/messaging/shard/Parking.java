package io.weirworks.messaging.shard;

import io.weirworks.messaging.Asked;
import io.weirworks.messaging.storage.ParkedTable.Parked;
import io.weirworks.messaging.storage.ParkedTable.Reason;
import io.weirworks.messaging.wire.ArrivedRecord;
import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;

/** Puts into the parking table what cannot be decided yet, in arrival order. */
final class Parking {

  /** How long a command waits for what its {@code ce_after} names. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Ledger ledger;
  private final Composer composer;
  private final KeyQueues queues;

  Parking(Ledger ledger, Composer composer, KeyQueues queues) {
    this.ledger = ledger;
    this.composer = composer;
    this.queues = queues;
  }

  /** Whether what arrives of this key, or fires, must wait behind a large decision. */
  boolean isBusy(String key) {
    return queues.isBusy(key);
  }

  /** Whether the row is to be decided in this transaction; a continuation is then taken up. */
  boolean leaves(Parked row) {
    if (ledger.unparked.containsKey(row.key())
        || queues.staysParked(row.reason(), row.orderingKey())) {
      return false;
    }
    if (row.reason() == Reason.CONTINUATION) {
      queues.takenUp(row.orderingKey());
    }
    return true;
  }

  /** Parks a record as it came. */
  void park(ArrivedRecord record, Reason reason, String key) {
    ledger.parked.add(
        new Parked(
            ledger.nextPlace(record.partition()), reason, key, ledger.now.plus(PATIENCE), record));
  }

  /** Parks what is left of a large decision; everything else of its key waits behind it. */
  void continueWith(SpecificRecord rest, int shard, Asked asked, String key) {
    ArrivedRecord record = composer.continuation(rest, shard, ledger.nextId(shard), asked);
    ledger.parked.add(
        new Parked(ledger.nextPlace(shard), Reason.CONTINUATION, key, ledger.now, record));
    queues.left(key);
  }
}
