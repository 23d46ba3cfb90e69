package io.weirworks.messaging.shard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the loop last said of itself. Readiness means progress (R39): it polls, it owns what it was
 * assigned, and no shard stands still.
 *
 * @param at {@link System#nanoTime()} of the end of its last turn
 * @param joined whether the group has answered since the start
 * @param waiting why an assigned shard is not owned
 * @param groupAnsweredAt {@link System#nanoTime()} when the group last took this member's offsets,
 *     or when there last was nothing to tell it
 * @param ended why the loop ended, if it did
 */
public record LoopStatus(
    long at,
    boolean joined,
    Set<Integer> owned,
    Map<Integer, String> waiting,
    Map<Integer, Instant> waitingSince,
    List<Hold> holds,
    long groupAnsweredAt,
    Optional<String> ended) {

  private static final Duration TURN = Duration.ofSeconds(30);
  private static final Duration TAKE = Duration.ofSeconds(20);
  private static final Duration GROUP = Duration.ofSeconds(30);

  static LoopStatus starting() {
    return new LoopStatus(
        System.nanoTime(),
        false,
        Set.of(),
        Map.of(),
        Map.of(),
        List.of(),
        System.nanoTime(),
        Optional.empty());
  }

  static LoopStatus ended(String reason) {
    return new LoopStatus(
        System.nanoTime(),
        false,
        Set.of(),
        Map.of(),
        Map.of(),
        List.of(),
        System.nanoTime(),
        Optional.of(reason));
  }

  static LoopStatus of(Ownership ownership, boolean joined, long groupAnsweredAt) {
    Map<Integer, String> reasons = new TreeMap<>();
    Map<Integer, Instant> since = new TreeMap<>();
    ownership
        .waiting()
        .forEach(
            (shard, waiting) -> {
              reasons.put(shard, waiting.reason());
              since.put(shard, waiting.since());
            });
    return new LoopStatus(
        System.nanoTime(),
        joined,
        new TreeSet<>(ownership.owned().keySet()),
        reasons,
        since,
        List.copyOf(ownership.holds().all()),
        groupAnsweredAt,
        Optional.empty());
  }

  public Duration pollAge() {
    return Duration.ofNanos(System.nanoTime() - at);
  }

  /** Why the member makes no progress; empty means ready. */
  public Optional<String> notReady(Instant now) {
    if (ended.isPresent()) {
      return Optional.of("the loop has ended: " + ended.get());
    }
    if (pollAge().compareTo(TURN) > 0) {
      return Optional.of("no turn for " + pollAge().toSeconds() + " s");
    }
    if (!joined) {
      return Optional.of("the consumer group has not answered yet");
    }
    long silent = (at - groupAnsweredAt) / 1_000_000_000;
    if (silent > GROUP.toSeconds()) {
      return Optional.of("the consumer group has not answered for " + silent + " s");
    }
    if (!holds.isEmpty()) {
      Hold first = holds.getFirst();
      return Optional.of(
          "shard stands before %s-%d@%d: %s"
              .formatted(first.topic(), first.partition(), first.offset(), first.reason()));
    }
    for (Map.Entry<Integer, Instant> entry : waitingSince.entrySet()) {
      if (entry.getValue().plus(TAKE).isBefore(now)) {
        return Optional.of(
            "shard " + entry.getKey() + " is not taken: " + waiting.get(entry.getKey()));
      }
    }
    return Optional.empty();
  }
}
