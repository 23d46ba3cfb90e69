package io.weirworks.messaging.shard;

import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.TimerHandler;
import io.weirworks.messaging.shard.Routes.Origin;
import io.weirworks.messaging.storage.CommandMemoryTable.Outcome;
import io.weirworks.messaging.storage.ParkedTable.Parked;
import io.weirworks.messaging.storage.ParkedTable.Reason;
import io.weirworks.messaging.storage.TimerTable.Timer;
import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.messaging.wire.OutgoingRecord;
import io.weirworks.messaging.wire.ShardOf;
import io.weirworks.messaging.wire.TooLargeException;
import java.time.Duration;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The command rules of DESIGN 2, in their order: one place decides, one key one effect, what must
 * be read first, then the decision of the room.
 */
final class CommandDesk {

  /** How long a command waits for what its {@code ce_after} names. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final TransactionWork work;
  private final Ledger ledger;
  private final Composer composer;
  private final Memory memory;
  private final ViewKeeper views;
  private final KeyQueues queues;
  private final int shards;
  private final Bounds bounds;

  CommandDesk(
      TransactionWork work,
      Ledger ledger,
      Composer composer,
      Memory memory,
      ViewKeeper views,
      KeyQueues queues,
      int shards,
      Bounds bounds) {
    this.work = work;
    this.ledger = ledger;
    this.composer = composer;
    this.memory = memory;
    this.views = views;
    this.queues = queues;
    this.shards = shards;
    this.bounds = bounds;
  }

  boolean bury(ArrivedRecord record, String cause, String detail) {
    boolean fits = sent(record.partition(), composer.deadLetter(record, cause, detail));
    ledger.buried += fits ? 1 : 0;
    return fits;
  }

  private boolean sent(int shard, OutgoingRecord record) {
    if (!ledger.fits(bounds, 1, record.size())) {
      return false;
    }
    ledger.send(shard, record);
    return true;
  }

  <R extends SpecificRecord> boolean take(
      Arrival<R> arrival, @Nullable Parked parked, @Nullable Rejection forced) {
    Optional<String> key = arrival.handler().orderingKey(arrival.value(), arrival.envelope(), work);
    if (key.isEmpty()) {
      return answersRepeat(arrival, parked)
          || refuse(
              arrival, Rejection.of(Rejection.NOT_FOUND, "what the command names does not exist"));
    }
    if (arrival.origin() != Origin.EVENTS && ShardOf.key(key.get(), shards) != arrival.shard()) {
      return forward(arrival, key.get());
    }
    if (parked == null && queues.isBusy(key.get())) {
      park(arrival, Reason.BEHIND, key.get());
      return true;
    }
    if (answersRepeat(arrival, parked)) {
      return true;
    }
    if (forced != null) {
      return refuse(arrival, forced);
    }
    return whenReadSoFar(arrival, key.get(), parked);
  }

  private boolean answersRepeat(Arrival<?> arrival, @Nullable Parked parked) {
    return arrival.fromOutside() && memory.answersRepeat(arrival, parked);
  }

  private <R extends SpecificRecord> boolean forward(Arrival<R> arrival, String key) {
    try {
      boolean fromCommands = arrival.origin() == Origin.COMMANDS;
      return sent(arrival.shard(), composer.forward(arrival.record(), key, fromCommands));
    } catch (TooLargeException e) {
      return refuseTooLarge(arrival, e);
    }
  }

  private <R extends SpecificRecord> boolean whenReadSoFar(
      Arrival<R> arrival, String key, @Nullable Parked parked) {
    if (views.hasRead(arrival.envelope().after())) {
      return decide(arrival, key);
    }
    if (parked != null && parked.reason() == Reason.AFTER && !parked.due().isAfter(ledger.now)) {
      return refuse(
          arrival,
          Rejection.of(
              Rejection.NOT_YET_KNOWN,
              "not read within " + PATIENCE.toSeconds() + " s: " + arrival.envelope().after()));
    }
    park(arrival, Reason.AFTER, key);
    if (arrival.fromOutside()) {
      memory.keep(arrival, new Outcome.Pending(0));
    }
    return true;
  }

  private <R extends SpecificRecord> boolean decide(Arrival<R> arrival, String key) {
    Decision decision = arrival.handler().decide(arrival.value(), arrival.asked(), work);
    return switch (decision) {
      case Decision.Refused(Rejection rejection) -> refuse(arrival, rejection);
      case Decision.Accepted accepted -> accept(arrival, accepted, key);
    };
  }

  private <R extends SpecificRecord> boolean accept(
      Arrival<R> arrival, Decision.Accepted accepted, String key) {
    Draft draft = draft(arrival.shard(), arrival.asked());
    try {
      draft.apply(accepted);
    } catch (TooLargeException e) {
      return refuseTooLarge(arrival, e);
    }
    if (!draft.fits(bounds)) {
      return false;
    }
    draft.enter();
    if (accepted.rest() != null) {
      continueWith(accepted.rest(), arrival.shard(), arrival.asked(), key);
    }
    if (arrival.fromOutside()) {
      String subject = accepted.about() == null ? null : accepted.about().id();
      long sequence = accepted.about() == null ? 0 : draft.sequence(accepted.about());
      memory.keep(arrival, new Outcome.Accepted(subject, sequence));
    }
    return true;
  }

  private void continueWith(SpecificRecord rest, int shard, Asked asked, String key) {
    ArrivedRecord record = composer.continuation(rest, shard, ledger.nextId(shard), asked);
    ledger.parked.add(
        new Parked(ledger.nextPlace(shard), Reason.CONTINUATION, key, ledger.now, record));
    queues.left(key);
  }

  private <R extends SpecificRecord> boolean refuseTooLarge(
      Arrival<R> arrival, TooLargeException cause) {
    if (!arrival.fromOutside()) {
      throw cause; // what our own decisions emit is bounded by the schema's limits: a defect
    }
    return refuse(arrival, Rejection.of(Rejection.TOO_LARGE, String.valueOf(cause.getMessage())));
  }

  private <R extends SpecificRecord> boolean refuse(Arrival<R> arrival, Rejection rejection) {
    if (arrival.fromOutside()) {
      memory.keep(arrival, new Outcome.Rejected(rejection));
      return true;
    }
    Decision told = arrival.handler().refuse(arrival.value(), rejection, arrival.asked(), work);
    if (told instanceof Decision.Accepted accepted) {
      Draft draft = draft(arrival.shard(), arrival.asked());
      draft.apply(accepted);
      draft.enter();
    }
    return true;
  }

  boolean fire(Timer timer, TimerHandler handler, Asked asked) {
    Decision decision = handler.decide(timer.key().subject(), asked, work);
    if (!(decision instanceof Decision.Accepted accepted)) {
      throw new IllegalStateException("a timer cannot be refused: " + timer.key());
    }
    Draft draft = draft(timer.shard(), asked);
    draft.apply(accepted);
    if (!draft.fits(bounds)) {
      return false;
    }
    ledger.timers.put(timer.key(), Optional.empty());
    draft.enter();
    if (accepted.rest() != null) {
      continueWith(accepted.rest(), timer.shard(), asked, timer.orderingKey());
    }
    return true;
  }

  private Draft draft(int shard, Asked asked) {
    return new Draft(work, ledger, composer, shards, shard, asked);
  }

  private void park(Arrival<?> arrival, Reason reason, String key) {
    ledger.parked.add(
        new Parked(
            ledger.nextPlace(arrival.shard()),
            reason,
            key,
            ledger.now.plus(PATIENCE),
            arrival.record()));
  }
}
