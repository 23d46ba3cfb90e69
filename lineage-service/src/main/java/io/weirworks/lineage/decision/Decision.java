package io.weirworks.lineage.decision;

import java.util.List;

/** What a command from outside leads to. */
public sealed interface Decision<E> {

  /**
   * @param events in order; none where all is as it was asked to be
   */
  record Accepted<E>(List<E> events) implements Decision<E> {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /** Nothing changes. */
  record Refused<E>(Refusal refusal) implements Decision<E> {}

  static <E> Decision<E> accepted(E event) {
    return new Accepted<>(List.of(event));
  }

  static <E> Decision<E> unchanged() {
    return new Accepted<>(List.of());
  }

  static <E> Decision<E> refused(Refusal refusal) {
    return new Refused<>(refusal);
  }
}
