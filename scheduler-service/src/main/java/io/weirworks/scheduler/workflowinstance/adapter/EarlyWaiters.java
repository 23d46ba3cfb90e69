package io.weirworks.scheduler.workflowinstance.adapter;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.adapter.Waiter;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Instances that wait for one that does not exist yet: ids are derived, so they can name it. */
final class EarlyWaiters {

  private record Pair(NodeInstanceId upstream, Waiter waiter) {}

  private EarlyWaiters() {}

  /** Those that wait for instances of a workflow instance. */
  static Map<NodeInstanceId, List<Waiter>> of(WorkflowInstanceId upstream, Work work) {
    return work.query(
        c -> {
          try (PreparedStatement statement =
              c.prepareStatement(
                  "SELECT upstream_node_instance_id, node_instance_id, workflow_instance_id"
                      + " FROM early_waiter WHERE upstream_workflow_instance_id = ?")) {
            statement.setString(1, upstream.value().toString());
            List<Pair> pairs = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                pairs.add(
                    new Pair(
                        new NodeInstanceId(UUID.fromString(rows.getString(1))),
                        new Waiter(rows.getString(2), rows.getString(3))));
              }
            }
            return pairs.stream()
                .collect(groupingBy(Pair::upstream, mapping(Pair::waiter, toList())));
          }
        });
  }

  /**
   * Keeps one until the instance is made.
   *
   * @param at now: what has not been asked for long nobody waits for any more
   */
  static Effect keep(NodeInstanceId upstream, WorkflowInstanceId of, Waiter waiter, Instant at) {
    return new Effect.Write(
        "INSERT INTO early_waiter (upstream_node_instance_id, node_instance_id,"
            + " upstream_workflow_instance_id, workflow_instance_id, asked_at)"
            + " VALUES (?, ?, ?, ?, ?)"
            + " ON DUPLICATE KEY UPDATE workflow_instance_id = VALUES(workflow_instance_id),"
            + " asked_at = VALUES(asked_at)",
        List.of(
            upstream.value().toString(),
            waiter.nodeInstance(),
            of.value().toString(),
            waiter.workflowInstance(),
            at));
  }

  /** The instance is there: they have moved to its row. */
  static Effect forget(NodeInstanceId upstream) {
    return new Effect.Write(
        "DELETE FROM early_waiter WHERE upstream_node_instance_id = ?",
        List.of(upstream.value().toString()));
  }
}
