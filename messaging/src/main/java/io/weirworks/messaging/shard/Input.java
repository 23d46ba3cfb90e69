package io.weirworks.messaging.shard;

import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.storage.ParkedTable.Parked;
import io.weirworks.messaging.storage.TimerTable.Timer;
import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.messaging.wire.Reading;
import org.jspecify.annotations.Nullable;

/** One thing that a transaction decides on. */
sealed interface Input {

  /** What came, whatever is made of it. */
  Original original();

  default int shard() {
    return original().shard();
  }

  /** An input as it came. */
  sealed interface Original extends Input permits OfRecord, Due {

    @Override
    int shard();

    /** What its shard stands before if it cannot be decided. */
    Stop stop();

    @Override
    default Original original() {
      return this;
    }
  }

  /** An input that is a record. */
  sealed interface OfRecord extends Original permits Polled, Unparked {

    ArrivedRecord record();

    Reading reading();

    /** Where it waited; null where it just came. */
    @Nullable Parked parked();
  }

  /** A record straight from its topic; its position moves with the decision. */
  record Polled(ArrivedRecord record, Reading reading) implements OfRecord {
    @Override
    public @Nullable Parked parked() {
      return null;
    }

    @Override
    public int shard() {
      return record.partition();
    }

    @Override
    public Stop stop() {
      return new Stop.AtRecord(record.topic(), record.partition(), record.offset());
    }
  }

  /** A record that waited in the parking table. */
  record Unparked(Parked parked, Reading reading) implements OfRecord {
    @Override
    public int shard() {
      return parked.key().shard();
    }

    @Override
    public ArrivedRecord record() {
      return parked.record();
    }

    @Override
    public Stop stop() {
      return new Stop.AtParked(
          shard(), parked.key().number(), parked.key().place(), parked.record().toString());
    }
  }

  /** A timer that looked due; read again under the shard's lock. */
  record Due(Timer timer) implements Original {
    @Override
    public int shard() {
      return timer.shard();
    }

    @Override
    public Stop stop() {
      return new Stop.AtTimer(
          timer.shard(), timer.key().kind(), timer.key().subject(), timer.due());
    }
  }

  /** A record that messaging itself refuses, for a reason that only trying it showed. */
  record Refused(OfRecord original, Rejection rejection) implements Input {}

  /**
   * A record from outside that could not be handled: to the dead letters.
   *
   * @param answered whether its sender is told; not where the memory of commands is to blame
   */
  record Buried(OfRecord original, String cause, String detail, boolean answered)
      implements Input {}

  /**
   * What an operator told its shard to pass over.
   *
   * @param actor the operator
   */
  record Skipped(Original original, String actor) implements Input {}
}
