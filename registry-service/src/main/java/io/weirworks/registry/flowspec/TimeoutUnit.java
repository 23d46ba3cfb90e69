package io.weirworks.registry.flowspec;

/** Unit of a time-out (dataworks-semantics 1.3). */
public enum TimeoutUnit implements Term {
  SECONDS(1),
  MINUTES(60),
  HOURS(3_600);

  private final int seconds;

  TimeoutUnit(int seconds) {
    this.seconds = seconds;
  }

  int seconds() {
    return seconds;
  }

  @Override
  public String text() {
    return name();
  }
}
