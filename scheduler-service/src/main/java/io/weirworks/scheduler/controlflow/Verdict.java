package io.weirworks.scheduler.controlflow;

import java.util.function.Function;

/** A value, or the fault for which the node instance fails. */
public sealed interface Verdict<T> {

  /** The wanted value. */
  record Value<T>(T value) implements Verdict<T> {}

  /** There is none. */
  record Faulty<T>(Fault fault) implements Verdict<T> {}

  /** A fault. */
  static <T> Verdict<T> fault(FaultCode code, String message) {
    return new Faulty<>(new Fault(code, message));
  }

  /** Goes on with the value; a fault stays what it is. */
  default <R> Verdict<R> then(Function<? super T, Verdict<R>> next) {
    return switch (this) {
      case Value<T>(T value) -> next.apply(value);
      case Faulty<T>(Fault fault) -> new Faulty<>(fault);
    };
  }
}
