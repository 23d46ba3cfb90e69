package io.weirworks.scheduler.generation;

/** What an instance does at its turn, and why (schedulerType of dataworks-semantics 3.4). */
public enum SchedulerType {
  /** It runs. */
  NORMAL(0),
  /** Only by hand. */
  MANUAL(1),
  /** Frozen: it fails without running and blocks its downstream. */
  PAUSE(2),
  /** Dry run: the node is set to skip. */
  SKIP(3),
  /** Dry run: not chosen in a temporary flow or a backfill. */
  SKIP_UNCHOOSE(4),
  /** Dry run: not a chosen day of week, month, year or calendar, or moved by a change of offset. */
  SKIP_CYCLE(5),
  /** Dry run: the branch's arm was not chosen. */
  CONDITION_UNCHOOSE(6),
  /** Dry run: too late for the day of its deployment. */
  REALTIME_DEPRECATED(7);

  private final int code;

  SchedulerType(int code) {
    this.code = code;
  }

  /** The vendor's number. */
  public int code() {
    return code;
  }

  /** Whether it succeeds without running: the path is open for what depends on it. */
  public boolean isDryRun() {
    return switch (this) {
      case SKIP, SKIP_UNCHOOSE, SKIP_CYCLE, CONDITION_UNCHOOSE, REALTIME_DEPRECATED -> true;
      case NORMAL, MANUAL, PAUSE -> false;
    };
  }
}
