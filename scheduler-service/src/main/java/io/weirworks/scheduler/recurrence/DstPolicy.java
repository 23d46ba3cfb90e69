package io.weirworks.scheduler.recurrence;

/**
 * What becomes of a tick whose wall time does not exist, or exists twice, because the zone changes
 * its offset (dataworks-semantics 3.10). Declared for each schedule.
 *
 * @param gap wall times that are skipped, as at the start of summer time
 * @param fold wall times that occur twice, as at its end
 */
public record DstPolicy(Gap gap, Fold fold) {
  /** The documented rule: moved by the gap's length and dry; of two only the second. */
  public static final DstPolicy DOCUMENTED = new DstPolicy(Gap.SHIFT_AS_DRY_RUN, Fold.LAST);

  /**
   * What becomes of a tick in a gap. A schedule that ticks several times a day has no such tick
   * whatever the policy: an hourly task has 23 instances that day.
   */
  public enum Gap {
    /** It moves later by the length of the gap and dry-runs. */
    SHIFT_AS_DRY_RUN,
    /** There is none. */
    SKIP
  }

  /** Which of the two ticks in a fold there are. */
  public enum Fold {
    /** The first. */
    FIRST,
    /** The second. */
    LAST,
    /** Both. */
    BOTH
  }
}
