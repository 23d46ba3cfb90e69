package io.weirworks.scheduler.parameter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of one instance's parameters, computed once when it is generated; a rerun or a late
 * start does not move them.
 */
public sealed interface ParameterValues {
  /** The values of a node without parameters. */
  static ParameterValues none() {
    return new Named(Map.of());
  }

  /** Values by name, for code that reads <code>${name}</code>. */
  record Named(Map<String, String> values) implements ParameterValues {
    public Named {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /**
   * Values by position, for a common Shell node (DIDE_SHELL) that reads {@code $1}, {@code $2} …
   */
  record Positional(List<String> values) implements ParameterValues {
    public Positional {
      values = List.copyOf(values);
    }
  }
}
