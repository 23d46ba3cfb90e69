package io.weirworks.messaging.shard;

import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;

/** Takes decisions into the transaction. */
final class Decisions {

  private final TransactionWork work;
  private final Ledger ledger;
  private final Composer composer;
  private final Parking parking;

  Decisions(TransactionWork work, Ledger ledger, Composer composer, Parking parking) {
    this.work = work;
    this.ledger = ledger;
    this.composer = composer;
    this.parking = parking;
  }

  /**
   * Evolves, encodes and measures a decision, without any effect yet.
   *
   * @throws io.weirworks.messaging.wire.TooLargeException where a topic would not take a record
   */
  Draft draft(Decision.Accepted decision, int shard, Asked asked) {
    Draft draft = new Draft(work, ledger, composer, shard, asked);
    draft.apply(decision);
    return draft;
  }

  /** From here on the decision and its continuation are part of the transaction. */
  void enter(Draft draft, Decision.Accepted decision, int shard, Asked asked, String key) {
    draft.enter();
    if (decision.rest() != null) {
      parking.continueWith(decision.rest(), shard, asked, key);
    }
  }
}
