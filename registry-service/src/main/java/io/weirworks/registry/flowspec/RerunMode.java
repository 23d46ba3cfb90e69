package io.weirworks.registry.flowspec;

/** Which instances may run again (dataworks-semantics 3.8). */
public enum RerunMode implements Term {
  /** Any. */
  ALLOWED("Allowed", "AllAllowed"),
  /** None, not even automatically. */
  DENIED("Denied", "AllDenied"),
  /** Failed ones only. */
  FAILURE_ALLOWED("FailureAllowed", "FailureAllowed");

  private final String text;
  private final String alias;

  RerunMode(String text, String alias) {
    this.text = text;
    this.alias = alias;
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public String alias() {
    return alias;
  }
}
