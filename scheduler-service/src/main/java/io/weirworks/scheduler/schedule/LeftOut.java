package io.weirworks.scheduler.schedule;

import java.time.Instant;

/**
 * Scheduled times that nobody was there for and that the policy for missed ticks left out: all of
 * the schedule from the first to the last, both included.
 */
public record LeftOut(Instant first, Instant last) {

  boolean has(Instant time) {
    return !time.isBefore(first) && !time.isAfter(last);
  }
}
