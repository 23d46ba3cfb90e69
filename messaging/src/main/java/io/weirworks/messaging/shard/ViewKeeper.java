package io.weirworks.messaging.shard;

import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.View;
import io.weirworks.messaging.storage.ViewRowTable;
import io.weirworks.messaging.storage.ViewRowTable.ViewRow;
import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.schemas.Precondition;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * Keeps view rows: a record whose sequence is below the last of its subject is dropped (I4). State
 * may change without an event, so one of the same sequence is as new or newer.
 */
final class ViewKeeper {

  private final Routes routes;
  private final TransactionWork work;
  private final Ledger ledger;
  private final Map<String, Long> sequences = new HashMap<>();

  ViewKeeper(Routes routes, TransactionWork work, Ledger ledger) {
    this.routes = routes;
    this.work = work;
    this.ledger = ledger;
  }

  void load(Collection<String> subjects) {
    if (!subjects.isEmpty()) {
      sequences.putAll(work.query(c -> ViewRowTable.sequences(c, subjects)));
    }
  }

  boolean told(Envelope envelope, SpecificRecord value, ArrivedRecord record) {
    View<?> view = routes.view(envelope.type());
    if (view != null && isNews(envelope)) {
      put(row(view, envelope, value, record));
    }
    return true;
  }

  private <R extends SpecificRecord> ViewRow row(
      View<R> view, Envelope envelope, SpecificRecord value, ArrivedRecord record) {
    R state = view.type().cast(value);
    R kept = view.kept().apply(state).orElse(null);
    if (kept == null) {
      return new ViewRow(envelope.subject(), envelope.type(), null, envelope.sequence(), null);
    }
    return new ViewRow(
        envelope.subject(),
        envelope.type(),
        view.name().apply(state),
        envelope.sequence(),
        kept.equals(state) ? record.value() : routes.definition().codec().encode(kept));
  }

  /** A tombstone leaves the sequence, so that older state does not come back. */
  boolean removed(Envelope envelope) {
    if (routes.view(envelope.type()) != null && isNews(envelope)) {
      put(new ViewRow(envelope.subject(), envelope.type(), null, envelope.sequence(), null));
    }
    return true;
  }

  /**
   * State of the same sequence is newer where it comes later: a change without event does not
   * count.
   */
  private boolean isNews(Envelope envelope) {
    return envelope.sequence() >= sequence(envelope.subject());
  }

  private long sequence(String subject) {
    Long known = sequences.get(subject);
    if (known == null) {
      load(List.of(subject));
      known = sequences.computeIfAbsent(subject, s -> 0L);
    }
    return known;
  }

  private void put(ViewRow row) {
    ledger.views.put(row.subject(), row);
    sequences.put(row.subject(), row.sequence());
  }

  boolean hasRead(List<Precondition> after) {
    return after.stream().allMatch(one -> sequence(one.subject()) >= one.sequence());
  }
}
