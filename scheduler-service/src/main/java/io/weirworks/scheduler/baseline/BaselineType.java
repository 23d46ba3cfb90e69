package io.weirworks.scheduler.baseline;

/** What a baseline commits to (dataworks-semantics 5.6). */
public enum BaselineType {
  /** One time for all instances of a day. */
  DAY,
  /** A time for each cycle of tasks that are due hourly. */
  HOUR;

  /** The most committed times. */
  int mostTimes() {
    return switch (this) {
      case DAY -> 1;
      case HOUR -> 24;
    };
  }
}
