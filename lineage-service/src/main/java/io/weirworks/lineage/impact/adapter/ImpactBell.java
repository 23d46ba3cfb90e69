package io.weirworks.lineage.impact.adapter;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Tells this process which impacts its own transactions made due. What does not fit is found by
 * looking at the rows.
 */
@Singleton
class ImpactBell {

  private static final int MOST = 10_000;

  private final BlockingQueue<String> rung = new LinkedBlockingQueue<>(MOST);

  /** Cheap and never waits. */
  Runnable hint(String impact) {
    return () -> rung.offer(impact);
  }

  /** What was made due since the last call; waits so long for the first. */
  Set<String> await(Duration most) throws InterruptedException {
    Set<String> all = new HashSet<>();
    String first = rung.poll(most.toMillis(), TimeUnit.MILLISECONDS);
    if (first != null) {
      all.add(first);
      rung.drainTo(all);
    }
    return all;
  }
}
