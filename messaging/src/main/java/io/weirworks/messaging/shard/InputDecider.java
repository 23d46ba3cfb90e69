package io.weirworks.messaging.shard;

import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.TimerHandler;
import io.weirworks.messaging.shard.Ledger.TopicOfShard;
import io.weirworks.messaging.shard.Routes.Origin;
import io.weirworks.messaging.storage.ParkedTable.Parked;
import io.weirworks.messaging.storage.ParkedTable.Reason;
import io.weirworks.messaging.storage.TimerTable;
import io.weirworks.messaging.storage.TimerTable.Timer;
import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.messaging.wire.Reading;
import io.weirworks.schemas.CloudEventHeaders;
import io.weirworks.schemas.Service;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Decides one input after the other within one transaction. */
final class InputDecider {

  private final Service service;
  private final Routes routes;
  private final TransactionWork work;
  private final Ledger ledger;
  private final ViewKeeper views;
  private final KeyQueues queues;
  private final CommandDesk desk;
  private final MessagingMetrics metrics;
  private final Traces traces;

  InputDecider(
      Service service,
      Routes routes,
      TransactionWork work,
      Ledger ledger,
      ViewKeeper views,
      KeyQueues queues,
      CommandDesk desk,
      MessagingMetrics metrics,
      Traces traces) {
    this.service = service;
    this.routes = routes;
    this.work = work;
    this.ledger = ledger;
    this.views = views;
    this.queues = queues;
    this.desk = desk;
    this.metrics = metrics;
    this.traces = traces;
  }

  /**
   * @return false where the input does not fit into this transaction any more and begins the next
   */
  boolean decide(Input input) {
    return switch (input) {
      case Input.Polled polled -> polled(polled, null);
      case Input.Unparked unparked -> unparked(unparked, null);
      case Input.Due due -> due(due.timer());
      case Input.Refused(Input.Polled polled, Rejection rejection) -> polled(polled, rejection);
      case Input.Refused(Input.Unparked unparked, Rejection rejection) ->
          unparked(unparked, rejection);
      case Input.Refused(Input other, Rejection rejection) ->
          throw new IllegalStateException("cannot refuse " + other + " as " + rejection.code());
      case Input.Buried(Input.Polled polled, String cause, String detail) ->
          moved(polled.record(), desk.bury(polled.record(), cause, detail));
      case Input.Buried(Input.Unparked unparked, String cause, String detail) ->
          leftParking(unparked, desk.bury(unparked.parked().record(), cause, detail));
      case Input.Buried(Input other, String cause, var _) ->
          throw new IllegalStateException("cannot bury " + other + " because of " + cause);
      case Input.Skipped(int shard, String topic, long offset) -> {
        ledger.positions.put(new TopicOfShard(shard, topic), offset + 1);
        yield true;
      }
    };
  }

  private boolean polled(Input.Polled polled, @Nullable Rejection forced) {
    ArrivedRecord record = polled.record();
    Origin origin = routes.origin(record.topic());
    boolean taken =
        switch (polled.reading()) {
          case Reading.NotUnderstood(String cause, String detail) ->
              origin == Origin.COMMANDS ? desk.bury(record, cause, detail) : skip(cause);
          case Reading.Removed(Envelope envelope) -> views.removed(envelope);
          case Reading.Understood(Envelope envelope, SpecificRecord value) ->
              origin == Origin.STATE
                  ? views.told(envelope, value, record)
                  : understood(record, envelope, value, origin, null, forced);
          case Reading.SchemaPending(int id) ->
              throw new IllegalStateException("schema " + id + " is still unknown at " + record);
        };
    return taken && moved(record, true);
  }

  private boolean skip(String type) {
    metrics.skippedEvent(type);
    return true;
  }

  private boolean moved(ArrivedRecord record, boolean taken) {
    if (taken) {
      ledger.positions.merge(
          new TopicOfShard(record.partition(), record.topic()), record.offset() + 1, Math::max);
    }
    return taken;
  }

  private boolean understood(
      ArrivedRecord record,
      Envelope envelope,
      SpecificRecord value,
      Origin origin,
      @Nullable Parked parked,
      @Nullable Rejection forced) {
    boolean fromOutside =
        origin == Origin.COMMANDS || record.header(CloudEventHeaders.FORWARDED_TIME) != null;
    Handler<?> handler = routes.handler(origin, fromOutside, envelope.type());
    if (handler != null) {
      return traces.decided(
          envelope,
          traced ->
              desk.take(
                  arrival(record, traced, value, handler, origin, fromOutside), parked, forced));
    }
    return switch (origin) {
      case COMMANDS ->
          desk.bury(record, "UnknownType", envelope.type() + " is no command of this service");
      case EVENTS -> skip(envelope.type());
      case INTERNAL, STATE ->
          throw new IllegalStateException(
              "no handler for " + envelope.type() + " at " + record + "; is this version too old?");
    };
  }

  private <R extends SpecificRecord> Arrival<R> arrival(
      ArrivedRecord record,
      Envelope envelope,
      SpecificRecord value,
      Handler<R> handler,
      Origin origin,
      boolean fromOutside) {
    return new Arrival<>(
        record,
        new Asked(envelope, ledger.now),
        handler.type().cast(value),
        handler,
        origin,
        fromOutside,
        record.partition());
  }

  private boolean unparked(Input.Unparked unparked, @Nullable Rejection forced) {
    Parked parked = unparked.parked();
    if (queues.staysParked(parked.reason(), parked.orderingKey())) {
      return true;
    }
    if (parked.reason() == Reason.CONTINUATION) {
      queues.takenUp(parked.orderingKey());
    }
    if (!(unparked.reading() instanceof Reading.Understood(Envelope envelope, var value))) {
      throw new IllegalStateException("parked row " + parked.key() + " cannot be read");
    }
    ArrivedRecord record = parked.record();
    Origin origin = routes.origin(record.topic());
    return leftParking(unparked, understood(record, envelope, value, origin, parked, forced));
  }

  private boolean leftParking(Input.Unparked unparked, boolean taken) {
    if (taken) {
      ledger.unparked.add(unparked.parked().key());
    }
    return taken;
  }

  /**
   * A timer is an input like a command; none outlives its reason, so it is read again under the
   * lock.
   */
  private boolean due(Timer seen) {
    Optional<Timer> held =
        ledger.timers.containsKey(seen.key())
            ? ledger.timers.get(seen.key())
            : work.query(c -> TimerTable.find(c, seen.key()));
    if (held.isEmpty() || held.get().due().isAfter(ledger.now)) {
      return true;
    }
    Timer timer = held.get();
    if (queues.isBusy(timer.orderingKey())) {
      return true; // fires after the large decision: the row stays due
    }
    TimerHandler handler = routes.timer(timer.key().kind());
    Envelope envelope =
        new Envelope(
            "timer:" + timer.key().kind() + ":" + timer.key().subject(),
            service.source(),
            "timer",
            timer.key().subject(),
            timer.due(),
            null,
            service.actor(),
            null,
            timer.causationId(),
            timer.correlationId(),
            0,
            null,
            List.of(),
            null);
    return desk.fire(timer, handler, new Asked(envelope, ledger.now));
  }
}
