package io.weirworks.registry.schedule;

/**
 * What becomes of scheduled times that nobody was there to generate.
 *
 * @param perMinute how many of them are released in a minute, 1 to {@value #MOST_PER_MINUTE}
 */
public record MissedTicks(Policy policy, int perMinute) {
  /** What a trigger that says nothing has. */
  public static final MissedTicks ALL = new MissedTicks(Policy.ALL, 60);

  /** Ours. */
  public static final int MOST_PER_MINUTE = 10_000;

  /** Which of them are made up. */
  public enum Policy {
    /** Every one, the oldest first. */
    ALL,
    /** The latest. */
    LAST,
    /** None. */
    NONE
  }
}
