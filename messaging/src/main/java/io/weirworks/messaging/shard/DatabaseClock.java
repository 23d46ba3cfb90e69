package io.weirworks.messaging.shard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The database's time between two readings of it: good enough to decide when to look for due
 * timers; what counts is the time that the deciding transaction reads.
 */
final class DatabaseClock {

  private final InstantSource local;
  private final Duration shift;
  private volatile Duration ahead = Duration.ZERO;

  /**
   * @param shift added to every reading ({@code --clock-offset}, embedded only)
   */
  DatabaseClock(InstantSource local, Duration shift) {
    this.local = local;
    this.shift = shift;
  }

  /** Takes a reading of the database's time and gives the platform's. */
  Instant read(Instant databaseNow) {
    ahead = Duration.between(local.instant(), databaseNow);
    return databaseNow.plus(shift);
  }

  Instant estimate() {
    return local.instant().plus(ahead).plus(shift);
  }
}
