package io.weirworks.registry.decision;

import java.util.List;

/**
 * The outcome of {@code decide(state, command, now)} (DESIGN 3.4).
 *
 * @param <E> the events of the subject that decided
 */
public sealed interface Decision<E> {

  /**
   * The command was accepted; {@code events} are its whole effect (I6). No events: what was asked
   * is already so.
   */
  record Accepted<E>(List<E> events) implements Decision<E> {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /** The command changes nothing. */
  record Rejected<E>(Rejection rejection) implements Decision<E> {}

  static <E> Decision<E> accepted(E event) {
    return new Accepted<>(List.of(event));
  }

  static <E> Decision<E> alreadySo() {
    return new Accepted<>(List.of());
  }

  static <E> Decision<E> rejected(Problem problem) {
    return rejected(List.of(problem));
  }

  static <E> Decision<E> rejected(List<Problem> problems) {
    return new Rejected<>(Rejection.of(problems));
  }
}
