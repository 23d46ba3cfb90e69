package io.weirworks.executor.claim;

import java.time.Duration;

/**
 * How long a silent runner is believed.
 *
 * @param lease from a heart-beat until its claims run out
 * @param lateness a look at a lease that comes later than this was itself held up, and judges
 *     nobody (field-failures R36b)
 * @param unconfirmedBound how long what became of a run is looked for before it is given up as lost
 */
public record LeaseTerms(Duration lease, Duration lateness, Duration unconfirmedBound) {

  /** A fifth of the lease is what a busy but sound loop may be late. */
  public static LeaseTerms of(Duration lease, Duration unconfirmedBound) {
    return new LeaseTerms(lease, lease.dividedBy(5), unconfirmedBound);
  }
}
