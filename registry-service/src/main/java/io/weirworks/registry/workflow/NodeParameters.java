package io.weirworks.registry.workflow;

import java.util.List;

/** The parameters of a node's script (dataworks-semantics 2.7). */
public sealed interface NodeParameters {

  /** {@code ${name}} in the code is replaced by the value. */
  record Named(List<NamedParameter> parameters) implements NodeParameters {
    public Named {
      parameters = List.copyOf(parameters);
    }
  }

  /** Expressions whose values a common shell script reads as {@code $1}, {@code $2}, … */
  record Positional(List<String> expressions) implements NodeParameters {
    public Positional {
      expressions = List.copyOf(expressions);
    }
  }
}
