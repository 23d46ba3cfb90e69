package io.weirworks.scheduler.recurrence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is done with ticks that nobody was there for: the schedulers were down, or a schedule was
 * unfrozen (field-failures R22).
 *
 * @param policy which of them are made up
 * @param perMinute how many are released in a minute, at least 1, so that they do not all run at
 *     once
 */
public record MissedTicks(Policy policy, int perMinute) {
  /** What a schedule has that says nothing. */
  public static final MissedTicks ALL_AT_DEFAULT_RATE = new MissedTicks(Policy.ALL, 60);

  private static final int MILLIS_PER_MINUTE = 60_000;

  /** Which missed ticks are made up. */
  public enum Policy {
    /** Every one, the oldest first: the default. */
    ALL,
    /** The latest. */
    LAST,
    /** None of them. */
    NONE
  }

  /**
   * A missed tick that is made up.
   *
   * @param notBefore when it is released at the earliest
   */
  public record Release(Tick tick, Instant notBefore) {}

  public MissedTicks {
    if (perMinute < 1) {
      throw new IllegalArgumentException(
          "InvalidRate: " + perMinute + " missed ticks in a minute; expected at least 1.");
    }
  }

  /**
   * The ticks to make up, in order.
   *
   * @param missed in order of time
   * @param now when they are found missing; the first is released then
   */
  public List<Release> releases(List<Tick> missed, Instant now) {
    List<Tick> wanted =
        switch (policy) {
          case ALL -> missed;
          case LAST -> missed.isEmpty() ? missed : List.of(missed.getLast());
          case NONE -> List.of();
        };
    List<Release> releases = new ArrayList<>(wanted.size());
    for (Tick tick : wanted) {
      Duration wait = Duration.ofMillis((long) releases.size() * MILLIS_PER_MINUTE / perMinute);
      releases.add(new Release(tick, now.plus(wait)));
    }
    return releases;
  }
}
