package io.weirworks.executor.runner.adapter;

import static java.util.stream.Collectors.toMap;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.weirworks.executor.claim.Claimed;
import io.weirworks.executor.claim.Standing;
import io.weirworks.executor.claim.adapter.Bell;
import io.weirworks.executor.runner.RunnerSettings;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs that this runner follows, each on a thread of its own. One whose end is told and not
 * heard takes no slot.
 */
@Singleton
final class RunsInHand {

  private static final Logger LOG = LoggerFactory.getLogger(RunsInHand.class);

  /** Ends that are told and not heard; beyond that something stands still and no more is taken. */
  private static final int MOST = 4_096;

  private final NodeEngines engines;
  private final RunStart start;
  private final Outbound outbound;
  private final LineageReports lineage;
  private final InstantSource clock;
  private final RunnerSettings settings;
  private final Bell bell;
  private final Map<String, Followed> followed = new ConcurrentHashMap<>();
  private final Set<String> carried = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  private record Followed(RunFollower follower, Thread thread) {}

  RunsInHand(
      NodeEngines engines,
      RunStart start,
      Outbound outbound,
      LineageReports lineage,
      InstantSource clock,
      RunnerSettings settings,
      Bell bell,
      MeterRegistry meters) {
    this.engines = engines;
    this.start = start;
    this.outbound = outbound;
    this.lineage = lineage;
    this.clock = clock;
    this.settings = settings;
    this.bell = bell;
    meters.gaugeMapSize("weirworks.executor.runs", Tags.of("holder", settings.holder()), followed);
  }

  /** How many more runs may be taken now. */
  int free() {
    return followed.size() < MOST ? settings.slots() - carried.size() : 0;
  }

  /** Who is followed now, to be told how it stands; a later follower is never told. */
  Map<String, RunFollower> now() {
    return followed.entrySet().stream()
        .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().follower()));
  }

  /** Follows those that nobody follows yet. */
  synchronized void follow(List<Claimed> found) {
    for (Claimed claimed : found) {
      if (!stopping && !followed.containsKey(claimed.runId())) {
        follow(claimed);
      }
    }
  }

  private void follow(Claimed claimed) {
    Runnable told = () -> leave(claimed.runId());
    RunFollower follower =
        new RunFollower(engines, start, outbound, lineage, clock, settings, claimed, told);
    Thread thread =
        Thread.ofVirtual().name("run-" + claimed.runId()).unstarted(() -> carry(claimed, follower));
    carried.add(claimed.runId());
    followed.put(claimed.runId(), new Followed(follower, thread));
    thread.start();
  }

  /** The run's slot is free; whoever waits for one is woken. */
  private void leave(String run) {
    boolean wasFull = carried.size() >= settings.slots();
    if (carried.remove(run) && wasFull) {
      bell.ring();
    }
  }

  private void carry(Claimed claimed, RunFollower follower) {
    try {
      follower.follow();
    } catch (InterruptedException _) {
      LOG.debug("run {} goes on without us", claimed.runId());
    } catch (RuntimeException e) {
      LOG.error("run {} cannot be followed and is tried again", claimed.runId(), e);
    } finally {
      leave(claimed.runId());
      followed.remove(claimed.runId());
    }
  }

  /** Tells each of these how it stands; one that is not named is forgotten. */
  static void tell(Map<String, RunFollower> asked, Map<String, Standing> standings) {
    asked.forEach((run, one) -> one.hearing().hear(Optional.ofNullable(standings.get(run))));
  }

  /** Takes no more and leaves what runs to itself. */
  void stop() {
    stopping = true;
    followed.values().forEach(one -> one.thread().interrupt());
  }
}
