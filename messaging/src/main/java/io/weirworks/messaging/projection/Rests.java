package io.weirworks.messaging.projection;

import java.time.Duration;

/**
 * How long a publisher rests between its rounds. Where little changes, until the interval is over:
 * a change that comes alone is told at once, for somebody may wait for it. Where much changes, and
 * did the time before too, in proportion to what a round takes: a service under load spends its
 * time on decisions, and more changes of a subject become one record.
 */
final class Rests {

  /** How many times as long as its last round it rests under load. */
  private static final int SHARE = 8;

  /** After this time a change is looked at, however long rounds take. */
  private static final Duration LONGEST = Duration.ofSeconds(3);

  /** So many records of one round are much, however few shards they are of. */
  private static final int MANY = 100;

  /**
   * What a round wrote.
   *
   * @param shards that had something to be written
   * @param ofShards of how many that are owned
   */
  record Written(int shards, int ofShards, int records) {
    private boolean isMuch() {
      return shards * 2 > ofShards || records > MANY;
    }
  }

  private final Duration interval;
  private boolean much;

  Rests(Duration interval) {
    this.interval = interval;
  }

  /** Until the next round is due; negative: it is. */
  Duration after(Duration round, Written written) {
    boolean still = much && written.isMuch();
    much = written.isMuch();
    Duration share = round.multipliedBy(SHARE);
    if (!still || share.compareTo(interval) <= 0) {
      return interval.minus(round);
    }
    return share.compareTo(LONGEST) < 0 ? share : LONGEST;
  }
}
