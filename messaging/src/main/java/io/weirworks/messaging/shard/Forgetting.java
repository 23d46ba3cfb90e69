package io.weirworks.messaging.shard;

import io.weirworks.messaging.Platform;
import io.weirworks.messaging.storage.CommandMemoryTable;
import io.weirworks.messaging.storage.Transactions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets commands that are older than the memory's retention, now and then, in small batches. */
final class Forgetting implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);
  private static final int AT_ONCE = 1000;

  private final Platform platform;
  private final Duration retention;
  private final ScheduledExecutorService clock;

  Forgetting(Platform platform, Duration retention, String service) {
    this.platform = platform;
    this.retention = retention;
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name(service + "-memory").factory());
  }

  void start() {
    Future<?> _ = clock.scheduleWithFixedDelay(this::forget, 1, 10, TimeUnit.MINUTES);
  }

  private void forget() {
    Instant before = platform.clock().instant().minus(retention);
    try {
      int forgotten;
      do {
        forgotten =
            Transactions.write(
                platform.database(), c -> CommandMemoryTable.forget(c, before, AT_ONCE));
      } while (forgotten == AT_ONCE);
    } catch (SQLException e) {
      LOG.warn("old commands are not forgotten yet: {}", e.toString());
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
