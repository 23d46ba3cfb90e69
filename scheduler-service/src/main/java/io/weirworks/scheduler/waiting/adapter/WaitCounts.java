package io.weirworks.scheduler.waiting.adapter;

import io.weirworks.scheduler.adapter.Columns;
import io.weirworks.scheduler.instance.WaitReason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Counts node instances by what they wait for (R19), those of workflow instances that have not
 * ended: whatever history there is costs nothing. One statement looks at the node instances of at
 * most 200 workflow instances.
 */
record WaitCounts(DataSource database) {

  /**
   * How many wait.
   *
   * @param overdue how many of them are a minute past their deadline, or wait longer than {@link
   *     WaitReason#bound()}
   */
  record Count(long waiting, long overdue) {
    static final Count NONE = new Count(0, 0);

    Count plus(Count other) {
      return new Count(waiting + other.waiting, overdue + other.overdue);
    }
  }

  private static final int PAGE = 200;

  /** What is due is a moment late on every machine. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private static final List<WaitReason> BOUNDED =
      Stream.of(WaitReason.values()).filter(reason -> reason.bound() != null).toList();

  /** Upstream is made the night before: it keeps nobody waiting before the scheduled time. */
  private static final String SINCE =
      "CASE n.wait_reason WHEN 'UPSTREAM'"
          + " THEN GREATEST(COALESCE(n.waiting_since, n.created_at), w.scheduled_time)"
          + " ELSE COALESCE(n.waiting_since, n.created_at) END";

  private static final String OVERDUE =
      BOUNDED.stream()
          .map(reason -> " OR (n.wait_reason = '%s' AND %s < ?)".formatted(reason.name(), SINCE))
          .collect(Collectors.joining("", "n.deadline < ?", ""));

  /**
   * Counts now.
   *
   * @param shards whose instances are counted
   */
  Map<WaitReason, Count> of(Collection<Integer> shards, Instant now) throws SQLException {
    Map<WaitReason, Count> counts = new EnumMap<>(WaitReason.class);
    String after = "";
    while (!shards.isEmpty()) {
      try (Connection c = database.getConnection()) {
        List<String> page = unfinished(c, shards, after);
        if (page.isEmpty()) {
          return counts;
        }
        count(c, page, now).forEach((reason, more) -> counts.merge(reason, more, Count::plus));
        after = page.getLast();
      }
    }
    return counts;
  }

  private static List<String> unfinished(Connection c, Collection<Integer> shards, String after)
      throws SQLException {
    String sql =
        "SELECT id FROM workflow_instance WHERE ended_at IS NULL AND id > ? AND removed = 0"
            + " AND shard IN (%s) ORDER BY id LIMIT %d".formatted(places(shards), PAGE);
    List<String> ids = new ArrayList<>();
    try (PreparedStatement statement = c.prepareStatement(sql)) {
      int place = 1;
      statement.setString(place++, after);
      for (Integer shard : shards) {
        statement.setInt(place++, shard);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getString(1));
        }
      }
    }
    return ids;
  }

  private static Map<WaitReason, Count> count(
      Connection c, List<String> workflowInstances, Instant now) throws SQLException {
    String sql =
        "SELECT n.wait_reason, COUNT(*) AS waiting,"
            + " SUM(CASE WHEN %s THEN 1 ELSE 0 END) AS overdue".formatted(OVERDUE)
            + " FROM workflow_instance w JOIN node_instance n ON n.workflow_instance_id = w.id"
            + " WHERE w.id IN (%s)".formatted(places(workflowInstances))
            + " AND n.wait_reason IS NOT NULL AND n.removed = 0 GROUP BY n.wait_reason";
    try (PreparedStatement statement = c.prepareStatement(sql)) {
      int place = 1;
      statement.setObject(place++, utc(now.minus(GRACE)));
      for (WaitReason reason : BOUNDED) {
        Duration bound = reason.bound();
        statement.setObject(place++, utc(bound == null ? now : now.minus(bound)));
      }
      for (String id : workflowInstances) {
        statement.setString(place++, id);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return read(rows);
      }
    }
  }

  private static Map<WaitReason, Count> read(ResultSet rows) throws SQLException {
    Map<WaitReason, Count> counts = new EnumMap<>(WaitReason.class);
    Columns row = new Columns(rows);
    while (rows.next()) {
      counts.put(
          WaitReason.valueOf(row.text("wait_reason")),
          new Count(row.number("waiting"), row.number("overdue")));
    }
    return counts;
  }

  private static String places(Collection<?> values) {
    return String.join(", ", Collections.nCopies(values.size(), "?"));
  }

  private static LocalDateTime utc(Instant time) {
    return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
  }
}
