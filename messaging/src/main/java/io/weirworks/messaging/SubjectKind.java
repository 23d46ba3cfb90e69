package io.weirworks.messaging;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One kind of subject that a service decides on: how its state evolves, where its row lies and how
 * both are told to the outside.
 *
 * @param <S> the domain's state, immutable
 * @param <E> the domain's events
 */
public interface SubjectKind<S, E> {

  /** Unique within the service, for messages and metrics. */
  String name();

  SubjectTable<S> table();

  /** The state after {@code event}; null before means not there yet, null after means removed. */
  @Nullable S evolve(@Nullable S state, E event);

  /** What keeps the subject's records in one order; the same for the subject's whole life. */
  String orderingKey(S state);

  /** {@code ce_workspace} of its records. */
  @Nullable String workspace(S state);

  /**
   * The event as the contract has it; {@code state} is the one after it, or the last before
   * removal.
   */
  SpecificRecord event(S state, E event);

  /** The class of what {@link #stateRecord} gives, for the tombstone's {@code ce_type}. */
  Class<? extends SpecificRecord> stateType();

  SpecificRecord stateRecord(S state);

  /**
   * Whether a removed subject keeps its row, so that one generated again goes on in its sequence
   * (ids of generated things are derived).
   */
  default boolean keepsStub() {
    return false;
  }
}
