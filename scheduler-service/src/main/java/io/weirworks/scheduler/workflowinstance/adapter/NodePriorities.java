package io.weirworks.scheduler.workflowinstance.adapter;

import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.instance.adapter.NodeInstanceKind;
import io.weirworks.scheduler.workflowinstance.Origin;
import io.weirworks.scheduler.workflowinstance.WorkflowInstancePlan;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * With what priority the nodes of a workflow instance run: their own, or the highest that a
 * baseline gives them (dataworks-semantics 3.8, 5.6). It is fixed when a node instance is made;
 * what no schedule made is lifted by none. One statement, and only where node instances are made.
 */
final class NodePriorities {

  private final WorkflowInstancePlan plan;
  private final Work work;
  private @Nullable Map<String, Integer> lifted;

  NodePriorities(WorkflowInstancePlan plan, Work work) {
    this.plan = plan;
    this.work = work;
  }

  /** Of a node instance that is being made. */
  int made(NodeDefinition node) {
    return Math.max(node.getPriority(), lifted().getOrDefault(node.getId(), 0));
  }

  /** Of one that is dispatched; one that this same decision makes has no row yet. */
  int dispatched(NodeInstanceId id, NodeDefinition node) {
    return work.find(NodeInstanceKind.NODE_INSTANCE, id.value().toString())
        .map(row -> row.profile().priority())
        .orElseGet(() -> made(node));
  }

  private Map<String, Integer> lifted() {
    if (lifted == null) {
      lifted =
          plan.origin() instanceof Origin.Scheduled
              ? work.query(c -> read(c, plan.workflow().value()))
              : Map.of();
    }
    return lifted;
  }

  private static Map<String, Integer> read(Connection c, String workflow) throws SQLException {
    try (PreparedStatement statement =
        c.prepareStatement(
            "SELECT node_id, MAX(priority) FROM node_priority WHERE workflow_id = ?"
                + " GROUP BY node_id")) {
      statement.setString(1, workflow);
      Map<String, Integer> priorities = new HashMap<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          priorities.put(rows.getString(1), rows.getInt(2));
        }
      }
      return priorities;
    }
  }
}
