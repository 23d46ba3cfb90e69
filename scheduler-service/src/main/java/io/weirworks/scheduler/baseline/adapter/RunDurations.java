package io.weirworks.scheduler.baseline.adapter;

import io.weirworks.messaging.Work;
import io.weirworks.scheduler.adapter.Columns;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long a node runs: the mean of its latest ten successful runs of the last ten days
 * (dataworks-semantics 5.6). What ended inside the scheduler, as a dry run, was no run. A mean is
 * kept for ten minutes: baselines ask for it each minute, and it hardly moves.
 */
@Singleton
final class RunDurations {

  /** A node by the names that its instances' rows have. */
  record RunNode(String workspace, String workflow, String nodeId) {}

  private record Known(Instant at, Optional<Duration> mean) {}

  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final int MOST_KEPT = 50_000;
  private static final Duration HISTORY = Duration.ofDays(10);

  /** An instance is made a day before it runs, and may wait for another. */
  private static final Duration MADE_BEFORE = Duration.ofDays(2);

  private static final String RUNS =
      "SELECT started_at, ended_at FROM node_instance"
          + " WHERE workflow = ? AND node_id = ? AND created_at >= ? AND workspace = ?"
          + " AND removed = 0 AND status = 'SUCCESS' AND iteration = 0"
          + " AND started_at IS NOT NULL AND ended_at >= ?"
          + " ORDER BY created_at DESC LIMIT 10";

  private final Map<RunNode, Known> known = new ConcurrentHashMap<>();

  /** The mean; nothing where there was no run. */
  Optional<Duration> mean(RunNode node, Instant now, Work work) {
    Known before = known.get(node);
    if (before != null && Duration.between(before.at(), now).abs().compareTo(KEPT) < 0) {
      return before.mean();
    }
    if (known.size() >= MOST_KEPT) {
      known.clear();
    }
    Optional<Duration> mean = work.query(c -> read(c, node, now));
    known.put(node, new Known(now, mean));
    return mean;
  }

  private static Optional<Duration> read(Connection c, RunNode node, Instant now)
      throws SQLException {
    try (PreparedStatement statement = c.prepareStatement(RUNS)) {
      statement.setString(1, node.workflow());
      statement.setString(2, node.nodeId());
      statement.setObject(3, utc(now.minus(HISTORY).minus(MADE_BEFORE)));
      statement.setString(4, node.workspace());
      statement.setObject(5, utc(now.minus(HISTORY)));
      Duration sum = Duration.ZERO;
      int runs = 0;
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Columns row = new Columns(rows);
          sum = sum.plus(Duration.between(row.time("started_at"), row.time("ended_at")));
          runs++;
        }
      }
      return runs == 0
          ? Optional.empty()
          : Optional.of(Duration.ofMillis(Math.max(0, sum.dividedBy(runs).toMillis())));
    }
  }

  private static LocalDateTime utc(Instant time) {
    return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
  }
}
