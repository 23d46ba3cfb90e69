package io.weirworks.messaging.shard;

import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.storage.ParkedTable.Parked;
import io.weirworks.messaging.storage.TimerTable.Timer;
import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.messaging.wire.Reading;

/** One thing that a transaction decides on. */
sealed interface Input {

  int shard();

  /** A record straight from its topic; its position moves with the decision. */
  record Polled(ArrivedRecord record, Reading reading) implements Input {
    @Override
    public int shard() {
      return record.partition();
    }
  }

  /** A record that waited in the parking table. */
  record Unparked(Parked parked, Reading reading) implements Input {
    @Override
    public int shard() {
      return parked.key().shard();
    }
  }

  /** A timer that looked due; read again under the shard's lock. */
  record Due(Timer timer) implements Input {
    @Override
    public int shard() {
      return timer.shard();
    }
  }

  /** An input that messaging itself refuses, for a reason that only trying it showed. */
  record Refused(Input input, Rejection rejection) implements Input {
    @Override
    public int shard() {
      return input.shard();
    }
  }

  /** A record from outside, polled or parked, that could not be handled: to the dead letters. */
  record Buried(Input input, String cause, String detail) implements Input {
    @Override
    public int shard() {
      return input.shard();
    }
  }

  /** A record that an operator told this shard to pass over. */
  record Skipped(int shard, String topic, long offset) implements Input {}
}
