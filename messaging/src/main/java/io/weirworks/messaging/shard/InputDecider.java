package io.weirworks.messaging.shard;

import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.shard.Ledger.TopicOfShard;
import io.weirworks.messaging.storage.ParkedTable.Parked;
import io.weirworks.messaging.wire.ArrivedRecord;
import org.jspecify.annotations.Nullable;

/** Decides one input after the other within one transaction, and notes which are done with. */
final class InputDecider {

  private final Ledger ledger;
  private final Parking parking;
  private final RecordDesk records;
  private final TimerDesk timers;
  private final DeadLetters deadLetters;

  InputDecider(
      Ledger ledger,
      Parking parking,
      RecordDesk records,
      TimerDesk timers,
      DeadLetters deadLetters) {
    this.ledger = ledger;
    this.parking = parking;
    this.records = records;
    this.timers = timers;
    this.deadLetters = deadLetters;
  }

  /**
   * @return false where the input does not fit into this transaction any more and begins the next
   */
  boolean decide(Input input) {
    return switch (input) {
      case Input.OfRecord record -> take(record, null);
      case Input.Due(var timer) -> timers.fire(timer);
      case Input.Refused(Input.OfRecord record, Rejection rejection) -> take(record, rejection);
      case Input.Buried buried -> done(buried.original(), bury(buried));
      case Input.Skipped(Input.OfRecord record, String actor) ->
          done(record, deadLetters.skip(record.record(), records.received(record), actor));
      case Input.Skipped(Input.Due(var timer), var _) -> {
        timers.skip(timer);
        yield true;
      }
    };
  }

  private boolean take(Input.OfRecord input, @Nullable Rejection forced) {
    return switch (input) {
      case Input.Polled polled -> done(polled, records.take(polled, forced));
      case Input.Unparked(Parked row, var _) ->
          !parking.leaves(row) || done(input, records.take(input, forced));
    };
  }

  private boolean bury(Input.Buried buried) {
    Received received = buried.answered() ? records.received(buried.original()) : null;
    ArrivedRecord record = buried.original().record();
    return received == null
        ? deadLetters.bury(record, buried.cause(), buried.detail())
        : deadLetters.buryAnswering(
            received, buried.original().parked(), buried.cause(), buried.detail());
  }

  /** Positions move and parked rows go with what was taken. */
  private boolean done(Input.OfRecord input, boolean taken) {
    if (taken) {
      switch (input) {
        case Input.Polled(ArrivedRecord record, var _) ->
            ledger.positions.merge(
                new TopicOfShard(record.partition(), record.topic()),
                record.offset() + 1,
                Math::max);
        case Input.Unparked(Parked row, var _) -> ledger.unparked.put(row.key(), row.waiting());
      }
    }
    return taken;
  }
}
