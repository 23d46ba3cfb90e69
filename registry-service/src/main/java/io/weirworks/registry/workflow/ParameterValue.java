package io.weirworks.registry.workflow;

/** What a named parameter's value is computed from. */
public sealed interface ParameterValue {

  /** A scheduling-parameter expression, evaluated for each instance (dataworks-semantics 2). */
  record Expression(String text) implements ParameterValue {}

  /** The text as it stands. */
  record Constant(String text) implements ParameterValue {}
}
