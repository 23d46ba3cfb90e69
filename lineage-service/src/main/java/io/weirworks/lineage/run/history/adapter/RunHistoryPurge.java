package io.weirworks.lineage.run.history.adapter;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes runs away that appeared longer ago than {@code weirworks.lineage.run-retention}, and the
 * oldest beyond {@code weirworks.lineage.most-runs}, in small batches. Lineage is not touched.
 */
@Context
public final class RunHistoryPurge {

  static final String RETENTION = "weirworks.lineage.run-retention";
  static final String MOST = "weirworks.lineage.most-runs";

  private static final Logger LOG = LoggerFactory.getLogger(RunHistoryPurge.class);
  private static final int AT_ONCE = 500;

  private final DataSource database;
  private final InstantSource clock;
  private final Duration retention;
  private final int most;
  private final ScheduledExecutorService turns =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("lineage-runs").factory());

  RunHistoryPurge(
      DataSource database,
      InstantSource clock,
      @Property(name = RETENTION, defaultValue = "P30D") Duration retention,
      @Property(name = MOST, defaultValue = "1000000") int most) {
    this.database = database;
    this.clock = clock;
    this.retention = retention;
    this.most = most;
    if (most < 1) {
      throw new IllegalArgumentException(MOST + " is " + most + "; a right one is 1 or more");
    }
  }

  @PostConstruct
  void start() {
    Future<?> _ = turns.scheduleWithFixedDelay(this::turn, 10, 10, TimeUnit.MINUTES);
  }

  @PreDestroy
  void stop() {
    turns.shutdownNow();
  }

  private void turn() {
    try {
      int gone = purge(clock.instant().minus(retention), most);
      LOG.debug("{} runs were taken away", gone);
    } catch (SQLException e) {
      LOG.warn("old runs are not taken away yet: {}", e.toString());
    }
  }

  /**
   * Takes away those that appeared before, and the oldest of more than {@code keep}.
   *
   * @param keep 1 or more
   * @return how many went
   */
  public int purge(Instant before, int keep) throws SQLException {
    int all = 0;
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(true);
      String cut = cut(connection, RunRows.before(before), keep);
      int gone;
      do {
        gone = delete(connection, cut);
        all += gone;
      } while (gone == AT_ONCE);
    }
    return all;
  }

  /** The later of the two: what sorts before it goes. */
  private static String cut(Connection connection, String before, int keep) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT appeared FROM run_history ORDER BY appeared DESC LIMIT 1 OFFSET ?")) {
      select.setInt(1, keep - 1);
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getString(1).compareTo(before) > 0 ? row.getString(1) : before;
      }
    }
  }

  private static int delete(Connection connection, String cut) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM run_history WHERE appeared < ? ORDER BY appeared LIMIT " + AT_ONCE)) {
      delete.setString(1, cut);
      return delete.executeUpdate();
    }
  }
}
