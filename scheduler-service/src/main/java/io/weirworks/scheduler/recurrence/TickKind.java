package io.weirworks.scheduler.recurrence;

/** What a tick asks for. */
public enum TickKind {
  /** The node runs. */
  NORMAL,
  /** A dry run: the day is not one that the schedule or its calendar names. */
  OFF_DAY,
  /** A dry run: its wall time was skipped by the zone, so that it comes later. */
  MOVED_BY_DST
}
