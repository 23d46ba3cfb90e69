package io.weirworks.scheduler.retention.adapter;

import io.weirworks.messaging.shard.Messaging;
import io.weirworks.messaging.storage.Transactions;
import io.weirworks.scheduler.adapter.Round;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what is older than its retention, at most 1,000 rows in a transaction so that locks stay
 * short, beside the poll thread and off the start path (field-failures 8, R34). The member that
 * owns the first shard does it for all.
 */
@Singleton
final class Purge implements Round {

  private static final Logger LOG = LoggerFactory.getLogger(Purge.class);
  private static final int AT_ONCE = 1_000;

  private final DataSource database;
  private final Messaging messaging;
  private final InstantSource clock;
  private final Retention retention;

  Purge(DataSource database, Messaging messaging, InstantSource clock, Retention retention) {
    this.database = database;
    this.messaging = messaging;
    this.clock = clock;
    this.retention = retention;
  }

  @Override
  public String name() {
    return "purging";
  }

  @Override
  public Duration every() {
    return retention.every();
  }

  @Override
  public void go() throws SQLException {
    if (messaging.status().owned().contains(0)) {
      purge("instance_operation", "operated_at", retention.operationLog());
      purge("early_waiter", "asked_at", retention.earlyWaiters());
    }
  }

  private void purge(String table, String age, Duration kept) throws SQLException {
    String sql =
        "DELETE FROM %s WHERE %s < ? ORDER BY %s LIMIT %d".formatted(table, age, age, AT_ONCE);
    Instant before = clock.instant().minus(kept);
    while (delete(sql, before) == AT_ONCE) {
      LOG.debug("{} rows of {} are purged, there are more", AT_ONCE, table);
    }
  }

  private int delete(String sql, Instant before) throws SQLException {
    return Transactions.write(
        database,
        c -> {
          try (PreparedStatement statement = c.prepareStatement(sql)) {
            statement.setObject(1, LocalDateTime.ofInstant(before, ZoneOffset.UTC));
            return statement.executeUpdate();
          }
        });
  }
}
