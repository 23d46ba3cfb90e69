package io.weirworks.scheduler.baseline.adapter;

import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.baseline.Baseline;
import io.weirworks.scheduler.baseline.LiftedNodes;
import io.weirworks.scheduler.baseline.WatchedNodes;
import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.identity.BaselineId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rows of {@code node_priority}: instances that schedules make from then on carry at least the
 * highest priority that a baseline gives to their node.
 */
final class LiftedPriorities {

  private LiftedPriorities() {}

  /** What makes the rows those of the baseline; nothing where they are. */
  static List<Effect> of(Baseline baseline, WatchedNodes nodes, Work work) {
    SortedMap<NodeKey, Integer> wanted = new TreeMap<>();
    LiftedNodes.of(nodes, baseline.definition().tasks())
        .forEach(node -> wanted.put(node, baseline.definition().priority()));
    if (wanted.equals(work.query(c -> stored(c, baseline.id())))) {
      return List.of();
    }
    List<Effect> effects = new ArrayList<>();
    effects.add(none(baseline.id()));
    for (Map.Entry<NodeKey, Integer> entry : wanted.entrySet()) {
      effects.add(
          new Effect.Write(
              "INSERT INTO node_priority (workflow_id, node_id, baseline_id, priority)"
                  + " VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE priority = VALUES(priority)",
              List.of(
                  entry.getKey().workflow(),
                  entry.getKey().node(),
                  baseline.id().value().toString(),
                  entry.getValue())));
    }
    return effects;
  }

  /** The baseline lifts nobody's. */
  static Effect none(BaselineId baseline) {
    return new Effect.Write(
        "DELETE FROM node_priority WHERE baseline_id = ?", List.of(baseline.value().toString()));
  }

  private static SortedMap<NodeKey, Integer> stored(Connection c, BaselineId baseline)
      throws SQLException {
    try (PreparedStatement statement =
        c.prepareStatement(
            "SELECT workflow_id, node_id, priority FROM node_priority WHERE baseline_id = ?")) {
      statement.setString(1, baseline.value().toString());
      SortedMap<NodeKey, Integer> stored = new TreeMap<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          stored.put(new NodeKey(rows.getString(1), rows.getString(2)), rows.getInt(3));
        }
      }
      return stored;
    }
  }
}
