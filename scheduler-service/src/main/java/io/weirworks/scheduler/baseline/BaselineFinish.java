package io.weirworks.scheduler.baseline;

/** Whether all tasks of a baseline's instance have ended well, and whether in time. */
public enum BaselineFinish {
  UNFINISHED,
  /** At or before the committed time. */
  IN_TIME,
  /** After it. */
  LATE
}
