package io.weirworks.messaging.shard;

import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.storage.CommandMemoryTable.Outcome;
import io.weirworks.messaging.storage.ParkedTable.Parked;
import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.schemas.CommandError;
import org.jspecify.annotations.Nullable;

/**
 * Puts records aside that are not decided, with the cause; whoever asked is told where it can be.
 */
final class DeadLetters {

  /** Cause of a dead letter that an operator made. */
  private static final String SKIPPED = "Skipped";

  private final Ledger ledger;
  private final Composer composer;
  private final Memory memory;

  DeadLetters(Ledger ledger, Composer composer, Memory memory) {
    this.ledger = ledger;
    this.composer = composer;
    this.memory = memory;
  }

  /**
   * A record that is not understood, or whose memory is to blame.
   *
   * @return false where it does not fit into this transaction any more
   */
  boolean bury(ArrivedRecord record, String cause, String detail) {
    boolean fits = put(record, cause, detail);
    ledger.buried += fits ? 1 : 0;
    return fits;
  }

  private boolean put(ArrivedRecord record, String cause, String detail) {
    return ledger.sendFitting(record.partition(), composer.deadLetter(record, cause, detail));
  }

  /**
   * An understood command from outside: its first outcome, and that of its repeats, is refusal.
   *
   * @param parked where it waited, null where it just came
   */
  boolean buryAnswering(Received received, @Nullable Parked parked, String cause, String detail) {
    boolean fits = bury(received.record(), cause, detail);
    if (fits && !memory.answersRepeat(received, parked)) {
      memory.keep(
          received,
          new Outcome.Rejected(
              Rejection.of(
                  CommandError.UNHANDLED.code(),
                  "the service could not handle it (" + cause + ": " + detail + ")")));
    }
    return fits;
  }

  /** What an operator passed over; where it is a parked command, it is answered. */
  boolean skip(ArrivedRecord record, @Nullable Received received, String actor) {
    boolean fits = put(record, SKIPPED, "passed over by " + actor);
    if (fits && received != null && received.fromOutside()) {
      memory.keepIfPending(
          received,
          new Outcome.Rejected(
              Rejection.of(
                  CommandError.SKIPPED.code(), "an operator passed over it (" + actor + ")")));
    }
    return fits;
  }
}
