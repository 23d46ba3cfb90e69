package io.weirworks.executor.output;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value of a run's system output {@code outputs}, at most 2 MB (dataworks-semantics 4.2). */
public sealed interface OutputValue {
  /** The run printed, or selected, nothing. */
  record None() implements OutputValue {}

  /** Of a shell: its last line, split. */
  record Elements(List<String> elements, boolean truncated) implements OutputValue {
    public Elements {
      elements = List.copyOf(elements);
    }
  }

  /** Of a SQL script: the rows of its last SELECT; a null is SQL's. */
  record Table(List<String> columns, List<List<@Nullable String>> rows, boolean truncated)
      implements OutputValue {}
}
