package io.weirworks.messaging.shard;

import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.storage.TimerTable;
import io.weirworks.messaging.storage.TimerTable.Timer;
import io.weirworks.schemas.Service;
import java.util.List;
import java.util.Optional;

/**
 * Due timers: inputs like commands. None outlives its reason, so each is read again under the lock
 * (DESIGN 3.4).
 */
final class TimerDesk {

  private final Routes routes;
  private final TransactionWork work;
  private final Ledger ledger;
  private final Parking parking;
  private final Decisions decisions;

  TimerDesk(
      Routes routes, TransactionWork work, Ledger ledger, Parking parking, Decisions decisions) {
    this.routes = routes;
    this.work = work;
    this.ledger = ledger;
    this.parking = parking;
    this.decisions = decisions;
  }

  private Optional<Timer> held(TimerTable.Key key) {
    Optional<Timer> set = ledger.timers.get(key);
    return set != null ? set : DueTimers.of(work).find(key, work);
  }

  /**
   * @return false where its decision does not fit into this transaction any more
   */
  boolean fire(Timer seen) {
    Optional<Timer> held = held(seen.key()).filter(timer -> !timer.due().isAfter(ledger.now));
    if (held.isEmpty() || parking.isBusy(held.get().orderingKey())) {
      return true; // one whose key is busy stays due and fires after the large decision
    }
    Timer timer = held.get();
    Asked asked = new Asked(envelope(timer), ledger.now);
    Decision decision = routes.timer(timer.key().kind()).decide(timer.key().subject(), asked, work);
    if (!(decision instanceof Decision.Accepted accepted)) {
      throw new IllegalStateException("a timer cannot be refused: " + timer.key());
    }
    Draft draft = decisions.draft(accepted, timer.shard(), asked);
    if (!draft.fits()) {
      return false;
    }
    ledger.timers.put(timer.key(), Optional.empty());
    decisions.enter(draft, accepted, timer.shard(), asked, timer.orderingKey());
    return true;
  }

  /** An operator passes over it: cleared, unless it was set anew meanwhile. */
  void skip(Timer seen) {
    if (held(seen.key()).filter(timer -> timer.due().equals(seen.due())).isPresent()) {
      ledger.timers.put(seen.key(), Optional.empty());
    }
  }

  private Envelope envelope(Timer timer) {
    Service service = routes.definition().service();
    return new Envelope(
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
  }
}
