package io.weirworks.registry.flowspec;

/** How a variable gets its value (dataworks-semantics 1.6). */
public enum VariableType implements Term {
  /** A scheduling-parameter expression. */
  SYSTEM("System"),
  /** The text as it stands. */
  CONSTANT("Constant"),
  /** What an upstream node put out. */
  NODE_OUTPUT("NodeOutput"),
  /** An upstream variable handed on. */
  PASS_THROUGH("PassThrough"),
  /** One text of expressions without names, as Shell nodes take them. */
  NO_KV_VARIABLE_EXPRESSION("NoKvVariableExpression");

  private final String text;

  VariableType(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
