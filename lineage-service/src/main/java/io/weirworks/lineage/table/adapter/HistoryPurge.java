package io.weirworks.lineage.table.adapter;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Thins out words that are older than {@code weirworks.lineage.history-retention}, in small
 * batches: of what a writer said again and again the first and the last stay, so that what is
 * current, since when, and "as of" any time within the retention remain exact. Without the setting
 * all is kept.
 */
@Context
@Requires(property = HistoryPurge.RETENTION)
public final class HistoryPurge {

  static final String RETENTION = "weirworks.lineage.history-retention";

  private static final Logger LOG = LoggerFactory.getLogger(HistoryPurge.class);
  private static final int AT_ONCE = 500;

  private static final String SAME =
      "EXISTS (SELECT 1 FROM lineage_word o WHERE o.target_dataset = w.target_dataset AND o.writer ="
          + " w.writer AND o.version = w.version AND o.complete = w.complete AND o.dropped ="
          + " w.dropped AND o.confirmed_by %s w.confirmed_by AND o.observed_at < ?)";

  private static final String PAGE =
      "SELECT w.id, "
          + SAME.formatted("<")
          + " AND "
          + SAME.formatted(">")
          + " FROM lineage_word w WHERE w.id > ? AND w.observed_at < ? ORDER BY w.id LIMIT "
          + AT_ONCE;

  private final DataSource database;
  private final InstantSource clock;
  private final Duration retention;
  private final ScheduledExecutorService turns =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("lineage-history").factory());

  HistoryPurge(
      DataSource database, InstantSource clock, @Property(name = RETENTION) Duration retention) {
    this.database = database;
    this.clock = clock;
    this.retention = retention;
  }

  @PostConstruct
  void start() {
    Future<?> _ = turns.scheduleWithFixedDelay(this::turn, 10, 360, TimeUnit.MINUTES);
  }

  @PreDestroy
  void stop() {
    turns.shutdownNow();
  }

  private void turn() {
    try {
      int gone = purge(clock.instant().minus(retention));
      LOG.info("{} words older than {} were thinned out", gone, retention);
    } catch (SQLException e) {
      LOG.warn("old words are not thinned out yet: {}", e.toString());
    }
  }

  /**
   * Thins out all words of runs that ended before.
   *
   * @return how many went
   */
  public int purge(Instant before) throws SQLException {
    int gone = 0;
    String last = "";
    List<String> page = new ArrayList<>();
    do {
      page.clear();
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(true);
        gone += delete(connection, between(connection, before, last, page));
      }
      last = page.isEmpty() ? last : page.getLast();
    } while (page.size() == AT_ONCE);
    return gone;
  }

  /** Those of the next page that were said before and after, too. */
  private static List<String> between(
      Connection connection, Instant before, String last, List<String> page) throws SQLException {
    LocalDateTime time = LocalDateTime.ofInstant(before, ZoneOffset.UTC);
    List<String> between = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(PAGE)) {
      select.setObject(1, time);
      select.setObject(2, time);
      select.setString(3, last);
      select.setObject(4, time);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          page.add(rows.getString(1));
          if (rows.getBoolean(2)) {
            between.add(rows.getString(1));
          }
        }
      }
    }
    return between;
  }

  private static int delete(Connection connection, List<String> words) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM lineage_word WHERE id = ?")) {
      for (String word : words) {
        delete.setString(1, word);
        delete.addBatch();
      }
      delete.executeBatch();
    }
    return words.size();
  }
}
