package io.weirworks.acceptance.flights;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A kill in the middle of a backfill of three dates.
 *
 * @param victim the service whose process is killed
 * @param events how many events of the backfill are told before
 * @param later how long after the last of them
 */
record Kill(String victim, int events, Duration later) {

  /** Before this many are told no node instance has begun. */
  private static final int FIRST = 12;

  /** A backfill of three dates tells at least 89; at this many its last date is at work. */
  private static final int LAST = 70;

  private static final int LATEST_MILLIS = 2000;

  /** One for each victim, in their order. The same seed draws the same. */
  static List<Kill> draw(long seed, List<String> victims) {
    Random random = new Random(seed);
    List<Kill> kills = new ArrayList<>();
    int width = (LAST - FIRST) / victims.size();
    for (String victim : victims) {
      int events = FIRST + kills.size() * width + random.nextInt(width);
      kills.add(new Kill(victim, events, Duration.ofMillis(random.nextInt(LATEST_MILLIS))));
    }
    return List.copyOf(kills);
  }
}
