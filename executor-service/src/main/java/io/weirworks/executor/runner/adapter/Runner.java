package io.weirworks.executor.runner.adapter;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.weirworks.executor.claim.Claimed;
import io.weirworks.executor.claim.Standing;
import io.weirworks.executor.claim.adapter.Bell;
import io.weirworks.executor.claim.adapter.ClaimStore;
import io.weirworks.executor.claim.adapter.HeartBeats;
import io.weirworks.executor.runner.RunnerSettings;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runner of this host: claims by free slots, at once when there may be something, follows each
 * run on a thread of its own, beats for all of them. A run whose end is told and not heard takes no
 * slot. Killed and started again, it finds everything that it held under its name.
 */
@Singleton
final class Runner implements ApplicationEventListener<StartupEvent>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

  /** How often a runner looks that nobody wakes: what waits may be another process's. */
  private static final Duration CLAIM = Duration.ofMillis(100);

  /** Ends that are told and not heard; beyond that something stands still and no more is taken. */
  private static final int MOST_FOLLOWED = 10_000;

  private static final long BEAT_MS = 1_000;
  private static final long SWEEP_MS = TimeUnit.MINUTES.toMillis(10);

  private final RunnerSettings settings;
  private final ClaimStore claims;
  private final HeartBeats beats;
  private final NodeEngines engines;
  private final RunStart start;
  private final Outbound outbound;
  private final InstantSource clock;
  private final DirectorySweep sweep;
  private final Bell bell;
  private final Map<String, Followed> followed = new ConcurrentHashMap<>();
  private final Set<String> carried = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService beating = threads("runner-beat");
  private final ScheduledExecutorService sweeping = threads("runner-sweep");
  private final Thread claiming =
      Thread.ofPlatform().daemon().name("runner-claim").unstarted(this::claimOn);
  private volatile boolean stopping;

  private record Followed(RunFollower follower, Thread thread) {}

  Runner(
      RunnerSettings settings,
      ClaimStore claims,
      HeartBeats beats,
      NodeEngines engines,
      RunStart start,
      Outbound outbound,
      InstantSource clock,
      DirectorySweep sweep,
      Bell bell,
      MeterRegistry meters) {
    this.settings = settings;
    this.claims = claims;
    this.beats = beats;
    this.engines = engines;
    this.start = start;
    this.outbound = outbound;
    this.clock = clock;
    this.sweep = sweep;
    this.bell = bell;
    meters.gaugeMapSize("weirworks.executor.runs", Tags.of("holder", settings.holder()), followed);
  }

  private static ScheduledExecutorService threads(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        task -> Thread.ofPlatform().daemon().name(name).unstarted(task));
  }

  /** Beats come first, so that what is found again is not given up meanwhile. */
  @Override
  public void onApplicationEvent(StartupEvent event) {
    every(BEAT_MS, beating, "beat", this::beat);
    claiming.start();
    every(SWEEP_MS, sweeping, "sweep", sweep::sweep);
  }

  private static void every(
      long milliseconds, ScheduledExecutorService thread, String name, Round round) {
    Future<?> _ =
        thread.scheduleWithFixedDelay(safely(name, round), 0, milliseconds, TimeUnit.MILLISECONDS);
  }

  /** What is done again and again; it may fail now and succeed next time. */
  @FunctionalInterface
  private interface Round {
    void go() throws SQLException, IOException, InterruptedException;
  }

  private static Runnable safely(String name, Round round) {
    return () -> {
      try {
        round.go();
      } catch (SQLException | IOException | RuntimeException e) {
        LOG.warn("the runner's {} failed and is tried again: {}", name, e.toString());
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** Prolongs all claims, tells each follower how it stands, and finds what nobody follows. */
  private void beat() throws SQLException {
    beats.beat(settings.holder());
    // Who is followed is noted before it is asked: an answer is never told to a later follower.
    Map<String, Followed> asked = Map.copyOf(followed);
    Map<String, Standing> standings = beats.standings(settings.holder(), asked.keySet());
    asked.forEach(
        (run, one) -> one.follower().hearing().hear(Optional.ofNullable(standings.get(run))));
    follow(claims.held(settings.holder(), Set.copyOf(followed.keySet())));
  }

  private void claimOn() {
    Runnable round = safely("claim", this::claim);
    try {
      while (!stopping) {
        round.run();
        bell.await(CLAIM);
      }
    } catch (InterruptedException _) {
      LOG.debug("no more is claimed");
    }
  }

  /** Looks again at once when something was found: there may be more. */
  private void claim() throws SQLException {
    int free = settings.slots() - carried.size();
    if (free <= 0 || followed.size() >= MOST_FOLLOWED) {
      return;
    }
    List<Claimed> claimed = claims.claim(settings.resourceGroup(), settings.holder(), free);
    if (!claimed.isEmpty()) {
      follow(claimed);
      bell.ring();
    }
  }

  private synchronized void follow(List<Claimed> found) {
    for (Claimed claimed : found) {
      if (!stopping && !followed.containsKey(claimed.runId())) {
        follow(claimed);
      }
    }
  }

  private void follow(Claimed claimed) {
    Runnable told = () -> leave(claimed.runId());
    RunFollower follower =
        new RunFollower(engines, start, outbound, clock, settings, claimed, told);
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

  /** Takes no more and leaves what runs to itself; heart-beats end last. */
  @Override
  @PreDestroy
  public void close() {
    stopping = true;
    claiming.interrupt();
    sweeping.shutdownNow();
    followed.values().forEach(one -> one.thread().interrupt());
    beating.shutdownNow();
  }
}
