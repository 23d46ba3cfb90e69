package io.weirworks.messaging.shard;

import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.shard.Routes.Origin;
import io.weirworks.messaging.storage.CommandMemoryTable.Outcome;
import io.weirworks.messaging.storage.ParkedTable.Parked;
import io.weirworks.messaging.storage.ParkedTable.Reason;
import io.weirworks.messaging.wire.TooLargeException;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The command rules of DESIGN 2, in their order: one place decides, one key one effect, what must
 * be read first, then the decision of the room.
 */
final class CommandDesk {

  private final TransactionWork work;
  private final Ledger ledger;
  private final Composer composer;
  private final Memory memory;
  private final ViewKeeper views;
  private final Parking parking;
  private final Decisions decisions;

  CommandDesk(
      TransactionWork work,
      Ledger ledger,
      Composer composer,
      Memory memory,
      ViewKeeper views,
      Parking parking,
      Decisions decisions) {
    this.work = work;
    this.ledger = ledger;
    this.composer = composer;
    this.memory = memory;
    this.views = views;
    this.parking = parking;
    this.decisions = decisions;
  }

  /**
   * Takes one record through the rules.
   *
   * @param parked where it waited, null where it just came
   * @param forced why it is refused without being decided, if it is
   * @return false where its decision does not fit into this transaction any more
   */
  <R extends SpecificRecord> boolean take(
      Arrival<R> arrival, @Nullable Parked parked, @Nullable Rejection forced) {
    Optional<String> key = arrival.handler().orderingKey(arrival.value(), arrival.envelope(), work);
    if (key.isEmpty()) {
      return answersRepeat(arrival, parked)
          || refuse(
              arrival, Rejection.of(Rejection.NOT_FOUND, "what the command names does not exist"));
    }
    if (arrival.received().origin() != Origin.EVENTS
        && composer.shardOf(key.get()) != arrival.shard()) {
      return forward(arrival, key.get());
    }
    if (parked == null && parking.isBusy(key.get())) {
      parking.park(arrival.received().record(), Reason.BEHIND, key.get());
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
    return arrival.received().fromOutside() && memory.answersRepeat(arrival.received(), parked);
  }

  private <R extends SpecificRecord> boolean forward(Arrival<R> arrival, String key) {
    try {
      boolean fromCommands = arrival.received().origin() == Origin.COMMANDS;
      return ledger.sendFitting(
          arrival.shard(), composer.forward(arrival.received().record(), key, fromCommands));
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
              "not read within %d s: %s"
                  .formatted(Parking.PATIENCE.toSeconds(), arrival.envelope().after())));
    }
    parking.park(arrival.received().record(), Reason.AFTER, key);
    if (arrival.received().fromOutside()) {
      memory.keep(arrival.received(), new Outcome.Pending(0));
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
    Draft draft;
    try {
      draft = decisions.draft(accepted, arrival.shard(), arrival.asked());
    } catch (TooLargeException e) {
      return refuseTooLarge(arrival, e);
    }
    if (!draft.fits()) {
      return false;
    }
    decisions.enter(draft, accepted, arrival.shard(), arrival.asked(), key);
    if (arrival.received().fromOutside()) {
      String subject = accepted.about() == null ? null : accepted.about().id();
      long sequence = accepted.about() == null ? 0 : draft.sequence(accepted.about());
      memory.keep(arrival.received(), new Outcome.Accepted(subject, sequence));
    }
    return true;
  }

  private <R extends SpecificRecord> boolean refuseTooLarge(
      Arrival<R> arrival, TooLargeException cause) {
    if (!arrival.received().fromOutside()) {
      throw cause; // what our own decisions emit is bounded by the schema's limits: a defect
    }
    return refuse(arrival, Rejection.of(Rejection.TOO_LARGE, String.valueOf(cause.getMessage())));
  }

  private <R extends SpecificRecord> boolean refuse(Arrival<R> arrival, Rejection rejection) {
    if (arrival.received().fromOutside()) {
      memory.keep(arrival.received(), new Outcome.Rejected(rejection));
      return true;
    }
    Decision told = arrival.handler().refuse(arrival.value(), rejection, arrival.asked(), work);
    if (told instanceof Decision.Accepted accepted) {
      decisions.draft(accepted, arrival.shard(), arrival.asked()).enter();
    }
    return true;
  }
}
