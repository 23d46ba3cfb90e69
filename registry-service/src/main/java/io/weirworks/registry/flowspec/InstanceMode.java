package io.weirworks.registry.flowspec;

/** When instances of a new definition are first generated (dataworks-semantics 3.3). */
public enum InstanceMode implements Term {
  /** From the nightly generation on. */
  T_PLUS_1("T+1"),
  /** For the current day as well. */
  IMMEDIATELY("Immediately");

  private final String text;

  InstanceMode(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
