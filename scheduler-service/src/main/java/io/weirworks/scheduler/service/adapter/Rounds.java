package io.weirworks.scheduler.service.adapter;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.weirworks.scheduler.adapter.Round;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does each round at its time, on one thread of its own. The framework's scheduler would look its
 * beans up when a time has come, and so make new ones while the service stops.
 */
@Singleton
final class Rounds implements ApplicationEventListener<StartupEvent>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final int STOP_SECONDS = 5;

  private final List<Round> rounds;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("scheduler-rounds").factory());

  Rounds(List<Round> rounds) {
    this.rounds = rounds;
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    for (Round round : rounds) {
      long every = round.every().toMillis();
      Future<?> _ =
          thread.scheduleWithFixedDelay(() -> go(round), every, every, TimeUnit.MILLISECONDS);
    }
  }

  private static void go(Round round) {
    try {
      round.go();
    } catch (SQLException | RuntimeException e) {
      LOG.warn("{} failed and is tried again: {}", round.name(), e.toString());
    }
  }

  /** Before what they stand on goes. */
  @Override
  @PreDestroy
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("a round did not stop within {} s", STOP_SECONDS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
