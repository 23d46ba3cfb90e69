package io.weirworks.scheduler.decision;

import java.util.List;

/** What a decide function answers for one subject. */
public sealed interface Decision<E> {

  /**
   * What happens, in order; nothing where the command was a repetition, stale, or asks for what is
   * already so.
   */
  record Accepted<E>(List<E> events) implements Decision<E> {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /** Refused. */
  record Rejected<E>(Rejection rejection) implements Decision<E> {}

  /** The command has no effect, and that is right. */
  static <E> Decision<E> nothing() {
    return new Accepted<>(List.of());
  }

  /** One event. */
  static <E> Decision<E> of(E event) {
    return new Accepted<>(List.of(event));
  }
}
