package io.weirworks.messaging.shard;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shards that are assigned to this member and not owned: why, and when to try again. */
final class WaitingShards {

  private static final Logger LOG = LoggerFactory.getLogger(WaitingShards.class);

  private record Waiting(Stopped stopped, long retryAt) {}

  private final Map<Integer, Waiting> waiting = new TreeMap<>();

  void add(int shard, NotYetException cause, Duration time) {
    add(shard, cause.stop(), cause.reason(), time);
  }

  void add(int shard, String reason, Duration time) {
    add(shard, null, reason, time);
  }

  private void add(int shard, @Nullable Stop stop, String reason, Duration time) {
    Waiting before = waiting.get(shard);
    Instant since = before == null ? Instant.now() : before.stopped().since();
    if (before == null || !before.stopped().reason().equals(reason)) {
      LOG.info("shard {} waits: {}", shard, reason);
    }
    waiting.put(
        shard,
        new Waiting(new Stopped(shard, stop, reason, since), System.nanoTime() + time.toNanos()));
  }

  void remove(int shard) {
    waiting.remove(shard);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  boolean mayTry(int shard) {
    Waiting known = waiting.get(shard);
    return known == null || known.retryAt() - System.nanoTime() <= 0;
  }

  /** By shard why it waits. */
  Map<Integer, Stopped> all() {
    Map<Integer, Stopped> all = new TreeMap<>();
    waiting.forEach((shard, each) -> all.put(shard, each.stopped()));
    return all;
  }
}
