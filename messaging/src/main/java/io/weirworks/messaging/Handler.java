package io.weirworks.messaging;

import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * Decides on one type of record. Runs on the poll thread inside the transaction: no I/O but through
 * {@link Work}, nothing long.
 *
 * @param <R> the Avro record
 */
public interface Handler<R extends SpecificRecord> {

  Class<R> type();

  /**
   * The key that keeps records about the same thing in one order, computed from the value, or from
   * the command's identity where it makes something new; never from the record key. Empty where the
   * value names something unknown: the command is refused as {@link Rejection#NOT_FOUND}.
   */
  Optional<String> orderingKey(R record, Envelope envelope, Work work);

  /** Loads what {@link #decide} will read for a whole batch at once. */
  default void load(List<R> records, Work work) {}

  Decision decide(R record, Asked asked, Work work);

  /**
   * What happens when messaging itself must refuse one of our own commands ({@link
   * Rejection#NOT_YET_KNOWN}, {@link Rejection#CONFLICT}, {@link Rejection#TOO_LARGE}): their
   * refusal is an event, so the handler says which. Outside commands are answered by a reply
   * instead.
   */
  default Decision refuse(R record, Rejection rejection, Asked asked, Work work) {
    return Decision.nothing();
  }
}
