package io.weirworks.scheduler.baseline.adapter;

import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.baseline.BaselineTask;
import io.weirworks.scheduler.identity.BaselineId;
import io.weirworks.scheduler.identity.NodeId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of {@code baseline_task}: a node belongs to one baseline only. A whole workflow has a
 * row of its own beside those of the nodes that it has now, so that two baselines that take a
 * workflow and a node of it at once meet in the unique key.
 */
final class OwnedTasks {

  /** Stands for all nodes of a workflow. */
  private static final String WHOLE = "";

  /** A chosen task with the nodes that it has now. */
  record Chosen(BaselineTask task, List<NodeId> nodes) {}

  private OwnedTasks() {}

  /** A task that belongs to another baseline; nothing: none does. */
  static Optional<BaselineTask> taken(List<Chosen> chosen, BaselineId by, Work work) {
    return chosen.stream()
        .map(Chosen::task)
        .filter(task -> work.query(c -> isTaken(c, task, by)))
        .findFirst();
  }

  private static boolean isTaken(Connection c, BaselineTask task, BaselineId by)
      throws SQLException {
    NodeId node = task.node();
    String sql = "SELECT 1 FROM baseline_task WHERE workflow_id = ? AND baseline_id <> ?";
    try (PreparedStatement statement =
        c.prepareStatement(node == null ? sql : sql + " AND node_id IN (?, '')")) {
      statement.setString(1, task.workflow().value());
      statement.setString(2, by.value().toString());
      if (node != null) {
        statement.setString(3, node.value());
      }
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** What makes these the baseline's, and no others. */
  static List<Effect> take(List<Chosen> chosen, BaselineId by) {
    Set<List<Object>> rows = new LinkedHashSet<>();
    for (Chosen each : chosen) {
      String workflow = each.task().workflow().value();
      if (each.task().node() == null) {
        rows.add(List.of(workflow, WHOLE, by.value().toString()));
      }
      each.nodes()
          .forEach(node -> rows.add(List.of(workflow, node.value(), by.value().toString())));
    }
    List<Effect> effects = new ArrayList<>();
    effects.add(release(by));
    rows.forEach(
        row ->
            effects.add(
                new Effect.Write(
                    "INSERT INTO baseline_task (workflow_id, node_id, baseline_id)"
                        + " VALUES (?, ?, ?)",
                    row)));
    return effects;
  }

  /** The baseline's tasks belong to none. */
  static Effect release(BaselineId by) {
    return new Effect.Write(
        "DELETE FROM baseline_task WHERE baseline_id = ?", List.of(by.value().toString()));
  }
}
