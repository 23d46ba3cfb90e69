package io.weirworks.registry.flowspec;

/** What an instance does when its turn comes (dataworks-semantics 1.3). */
public enum Recurrence implements Term {
  /** The instance runs. */
  NORMAL("Normal"),
  /** The instance succeeds without running (dry run). */
  SKIP("Skip"),
  /** The instance is frozen and blocks what depends on it. */
  PAUSE("Pause");

  private final String text;

  Recurrence(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
