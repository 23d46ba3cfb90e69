package io.weirworks.registry.schedule;

/**
 * What becomes of a wall time that does not exist, or exists twice, because the zone changes its
 * offset (dataworks-semantics 3.10).
 */
public record DstPolicy(Gap gap, Fold fold) {
  /** The documented rule. */
  public static final DstPolicy DOCUMENTED = new DstPolicy(Gap.SHIFT_AS_DRY_RUN, Fold.LAST);

  /** Wall times that are skipped. */
  public enum Gap {
    /**
     * One time a day is due later by the gap's length and does not run; of several there is none.
     */
    SHIFT_AS_DRY_RUN,
    /** There is no instance. */
    SKIP
  }

  /** Wall times that occur twice. */
  public enum Fold {
    /** The second counts. */
    LAST,
    /** The first counts. */
    FIRST,
    /** Both count. */
    BOTH
  }
}
