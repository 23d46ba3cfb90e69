package io.weirworks.messaging.shard;

import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import org.apache.avro.specific.SpecificRecord;

/** A received record with its handler. */
record Arrival<R extends SpecificRecord>(Received received, R value, Handler<R> handler) {

  static <R extends SpecificRecord> Arrival<R> of(
      Received received, SpecificRecord value, Handler<R> handler) {
    return new Arrival<>(received, handler.type().cast(value), handler);
  }

  Asked asked() {
    return received.asked();
  }

  Envelope envelope() {
    return received.envelope();
  }

  int shard() {
    return received.shard();
  }
}
