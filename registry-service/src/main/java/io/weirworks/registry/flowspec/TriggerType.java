package io.weirworks.registry.flowspec;

/** What starts an instance (dataworks-semantics 1.5). */
public enum TriggerType implements Term {
  /** A timetable. */
  SCHEDULER("Scheduler"),
  /** A person or a command. */
  MANUAL("Manual"),
  /** It runs all the time. */
  STREAMING("Streaming"),
  /** An event from outside (2.x). */
  CUSTOM("Custom"),
  /** Nothing of its own: the workflow around it (2.x). */
  NONE("None");

  private final String text;

  TriggerType(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
