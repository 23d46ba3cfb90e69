package io.weirworks.executor.runner.adapter;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.weirworks.executor.claim.Claimed;
import io.weirworks.executor.claim.adapter.Bell;
import io.weirworks.executor.claim.adapter.ClaimStore;
import io.weirworks.executor.claim.adapter.HeartBeats;
import io.weirworks.executor.runner.RunnerSettings;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runner of this host: claims by free slots, at once when there may be something, and beats for
 * all that it follows. Killed and started again, it finds everything that it held under its name.
 */
@Singleton
final class Runner implements ApplicationEventListener<StartupEvent>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

  /** How often a runner looks that nobody wakes: what waits may be another process's. */
  private static final Duration CLAIM = Duration.ofMillis(100);

  private static final long BEAT_MS = 1_000;
  private static final long SWEEP_MS = TimeUnit.MINUTES.toMillis(10);

  private final RunnerSettings settings;
  private final ClaimStore claims;
  private final HeartBeats beats;
  private final RunsInHand runs;
  private final DirectorySweep sweep;
  private final Bell bell;
  private final ScheduledExecutorService beating = threads("runner-beat");
  private final ScheduledExecutorService sweeping = threads("runner-sweep");
  private final Thread claiming =
      Thread.ofPlatform().daemon().name("runner-claim").unstarted(this::claimOn);
  private volatile boolean stopping;

  Runner(
      RunnerSettings settings,
      ClaimStore claims,
      HeartBeats beats,
      RunsInHand runs,
      DirectorySweep sweep,
      Bell bell) {
    this.settings = settings;
    this.claims = claims;
    this.beats = beats;
    this.runs = runs;
    this.sweep = sweep;
    this.bell = bell;
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
    Map<String, RunFollower> asked = runs.now();
    RunsInHand.tell(asked, beats.standings(settings.holder(), asked.keySet()));
    runs.follow(claims.held(settings.holder(), runs.now().keySet()));
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
    int free = runs.free();
    if (free > 0) {
      List<Claimed> claimed = claims.claim(settings.resourceGroup(), settings.holder(), free);
      if (!claimed.isEmpty()) {
        runs.follow(claimed);
        bell.ring();
      }
    }
  }

  /** Takes no more and leaves what runs to itself; heart-beats end last. */
  @Override
  @PreDestroy
  public void close() {
    stopping = true;
    claiming.interrupt();
    sweeping.shutdownNow();
    runs.stop();
    beating.shutdownNow();
  }
}
