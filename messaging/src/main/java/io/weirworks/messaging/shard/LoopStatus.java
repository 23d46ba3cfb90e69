package io.weirworks.messaging.shard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the loop last said of itself. Readiness means progress (R39): it polls, it owns what it was
 * assigned, and no shard stands still.
 *
 * @param at {@link System#nanoTime()} of the end of its last turn
 * @param joined whether the group has answered since the start
 * @param held owned shards that stand before an input
 * @param waiting by shard why an assigned one is not owned
 * @param groupAnsweredAt {@link System#nanoTime()} when the group last took this member's offsets,
 *     or when there last was nothing to tell it
 * @param ended why the loop ended, if it did
 */
public record LoopStatus(
    long at,
    boolean joined,
    Set<Integer> owned,
    List<Stopped> held,
    Map<Integer, Stopped> waiting,
    long groupAnsweredAt,
    Optional<String> ended) {

  private static final Duration TURN = Duration.ofSeconds(30);
  private static final Duration TAKE = Duration.ofSeconds(20);
  private static final Duration GROUP = Duration.ofSeconds(30);

  static LoopStatus starting() {
    return without(Optional.empty());
  }

  static LoopStatus ended(String reason) {
    return without(Optional.of(reason));
  }

  private static LoopStatus without(Optional<String> ended) {
    long now = System.nanoTime();
    return new LoopStatus(now, false, Set.of(), List.of(), Map.of(), now, ended);
  }

  static LoopStatus of(Ownership ownership, Holds holds, boolean joined, long groupAnsweredAt) {
    return new LoopStatus(
        System.nanoTime(),
        joined,
        new TreeSet<>(ownership.owned().keySet()),
        holds.all().stream().map(Hold::stopped).toList(),
        ownership.waiting().all(),
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
    if (!held.isEmpty()) {
      return Optional.of("shard " + held.getFirst().shard() + " " + held.getFirst().reason());
    }
    return waiting.values().stream()
        .filter(shard -> shard.since().plus(TAKE).isBefore(now))
        .findFirst()
        .map(shard -> "shard " + shard.shard() + " is not taken: " + shard.reason());
  }
}
