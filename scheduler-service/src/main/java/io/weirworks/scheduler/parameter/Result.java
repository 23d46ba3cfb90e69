package io.weirworks.scheduler.parameter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** A value, or why there is none. Bad input is data here, never an exception. */
public sealed interface Result<T> {

  /** The wanted value. */
  record Value<T>(T value) implements Result<T> {}

  /** Refused, with the first error found. */
  record Refused<T>(ParameterError error) implements Result<T> {}

  /** Applies a function to each input in order: all values, or the first refusal. */
  static <I, O> Result<List<O>> each(
      Collection<I> inputs, Function<? super I, Result<O>> function) {
    List<O> values = new ArrayList<>(inputs.size());
    for (I input : inputs) {
      switch (function.apply(input)) {
        case Value<O>(O value) -> values.add(value);
        case Refused<O>(ParameterError error) -> {
          return new Refused<>(error);
        }
      }
    }
    return new Value<>(values);
  }

  /** Goes on with the value; a refusal stays what it is. */
  default <R> Result<R> then(Function<? super T, Result<R>> next) {
    return switch (this) {
      case Value<T>(T value) -> next.apply(value);
      case Refused<T>(ParameterError error) -> new Refused<>(error);
    };
  }
}
