package io.weirworks.registry.flowspec;

/** What a workflow instance does when one of its nodes failed (dataworks-semantics 1.3). */
public enum FailureStrategy implements Term {
  /** Nodes that do not depend on the failed one go on. */
  CONTINUE("Continue"),
  /** No further node is started. */
  BREAK("Break");

  private final String text;

  FailureStrategy(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
