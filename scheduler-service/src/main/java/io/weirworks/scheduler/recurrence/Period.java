package io.weirworks.scheduler.recurrence;

/** How often a schedule ticks (dataworks-semantics 3.1). */
public enum Period {
  /** Several minutes of an hour. */
  MINUTE,
  /** Several hours of a day, one minute each. */
  HOUR,
  /** Once a day, every day. */
  DAY,
  /** Once a day; off-days of the week dry-run. */
  WEEK,
  /** Once a day; off-days of the month dry-run. */
  MONTH,
  /** Once a day; off-days of the year dry-run. */
  YEAR;

  /** Whether a day may have several ticks. The other periods have one every day. */
  public boolean isWithinDay() {
    return this == MINUTE || this == HOUR;
  }
}
