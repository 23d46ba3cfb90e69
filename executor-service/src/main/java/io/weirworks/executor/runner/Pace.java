package io.weirworks.executor.runner;

import java.time.Duration;

/** How often something is looked at: often at first, seldom when it lasts. */
public final class Pace {

  private final Duration longest;
  private Duration next;

  /** Begins with {@code shortest} and grows by half each time. */
  public Pace(Duration shortest, Duration longest) {
    this.next = shortest;
    this.longest = longest;
  }

  /** How long to wait now. */
  public Duration next() {
    Duration now = next;
    Duration grown = now.multipliedBy(3).dividedBy(2);
    next = grown.compareTo(longest) > 0 ? longest : grown;
    return now;
  }
}
