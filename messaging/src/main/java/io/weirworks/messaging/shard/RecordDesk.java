package io.weirworks.messaging.shard;

import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.shard.Routes.Origin;
import io.weirworks.messaging.storage.ParkedTable.Parked;
import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.messaging.wire.Reading;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Hands each record to whom it concerns: its handler, the views, the dead letters, nobody. */
final class RecordDesk {

  private final Routes routes;
  private final Ledger ledger;
  private final ViewKeeper views;
  private final CommandDesk commands;
  private final DeadLetters deadLetters;
  private final Traces traces;

  RecordDesk(
      Routes routes,
      Ledger ledger,
      ViewKeeper views,
      CommandDesk commands,
      DeadLetters deadLetters,
      Traces traces) {
    this.routes = routes;
    this.ledger = ledger;
    this.views = views;
    this.commands = commands;
    this.deadLetters = deadLetters;
    this.traces = traces;
  }

  /**
   * @param forced why it is refused without being decided, if it is
   * @return false where it does not fit into this transaction any more
   */
  boolean take(Input.OfRecord input, @Nullable Rejection forced) {
    ArrivedRecord record = input.record();
    Parked parked = input.parked();
    Origin origin = routes.origin(record.topic());
    return switch (input.reading()) {
      case Reading.NotUnderstood(String cause, String detail) when parked != null ->
          throw new IllegalStateException(record + " cannot be read: " + cause + ": " + detail);
      case Reading.NotUnderstood(String cause, String detail) ->
          origin == Origin.COMMANDS ? deadLetters.bury(record, cause, detail) : skip(cause);
      case Reading.Removed(Envelope envelope) -> views.removed(envelope);
      case Reading.Understood(Envelope envelope, SpecificRecord value) ->
          origin == Origin.STATE
              ? views.told(envelope, value, record)
              : understood(received(record, envelope), value, parked, forced);
      case Reading.SchemaPending(int id) ->
          throw new IllegalStateException("schema " + id + " is still unknown at " + record);
    };
  }

  private boolean understood(
      Received received,
      SpecificRecord value,
      @Nullable Parked parked,
      @Nullable Rejection forced) {
    String type = received.envelope().type();
    Handler<?> handler = routes.handler(received.origin(), received.fromOutside(), type);
    if (handler != null) {
      return traces.decided(
          received.envelope(),
          traced ->
              commands.take(
                  Arrival.of(received(received.record(), traced), value, handler), parked, forced));
    }
    return switch (received.origin()) {
      case COMMANDS ->
          deadLetters.buryAnswering(
              received, parked, "UnknownType", type + " is no command of this service");
      case EVENTS -> skip(type);
      case INTERNAL, STATE ->
          throw new IllegalStateException(
              "no handler for %s at %s; is this version too old?"
                  .formatted(type, received.record()));
    };
  }

  private boolean skip(String type) {
    ledger.skippedEvents.add(type);
    return true;
  }

  /** What is known of a record that nobody decides; null where it is not understood. */
  @Nullable Received received(Input.OfRecord input) {
    return input.reading() instanceof Reading.Understood(Envelope envelope, var _)
        ? received(input.record(), envelope)
        : null;
  }

  private Received received(ArrivedRecord record, Envelope envelope) {
    return new Received(
        record,
        new Asked(envelope, ledger.now),
        routes.origin(record.topic()),
        routes.isFromOutside(record));
  }
}
