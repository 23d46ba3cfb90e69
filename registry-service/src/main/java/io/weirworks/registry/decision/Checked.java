package io.weirworks.registry.decision;

import java.util.List;

/** A value that passed all checks, or every problem that was found in it. */
public sealed interface Checked<T> {

  /** It passed. */
  record Valid<T>(T value) implements Checked<T> {}

  /**
   * It did not.
   *
   * @param problems in document order, at least one
   */
  record Invalid<T>(List<Problem> problems) implements Checked<T> {
    public Invalid {
      problems = List.copyOf(problems);
    }
  }
}
