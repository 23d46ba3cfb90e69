package io.weirworks.scheduler.dependency.adapter;

import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.dependency.NodeDependency;
import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.WorkflowDefinition;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which nodes depend on which outside their own workflow instance, in the same cycle. */
public final class NodeDependencies {

  private NodeDependencies() {}

  /** The nodes that directly depend on one. */
  public static List<NodeKey> downstream(NodeKey node, Work work) {
    return work.query(
        c -> {
          try (PreparedStatement statement =
              c.prepareStatement(
                  "SELECT workflow_id, node_id FROM node_dependency"
                      + " WHERE upstream_workflow_id = ? AND upstream_node_id = ?"
                      + " ORDER BY workflow_id, node_id")) {
            statement.setString(1, node.workflow());
            statement.setString(2, node.node());
            List<NodeKey> downstream = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                downstream.add(new NodeKey(rows.getString(1), rows.getString(2)));
              }
            }
            return downstream;
          }
        });
  }

  /** Writes down those of a version that comes into force, instead of those of the one before. */
  public static List<Effect> replace(WorkflowDefinition definition) {
    return Stream.concat(
            Stream.of(forget(definition.id())),
            definition
                .scheduledParts()
                .flatMap(part -> definition.part(part).nodes().stream())
                .flatMap(node -> edges(definition.id(), node)))
        .toList();
  }

  /** Forgets those of a workflow. */
  public static Effect forget(WorkflowId workflow) {
    return new Effect.Write(
        "DELETE FROM node_dependency WHERE workflow_id = ?", List.of(workflow.value()));
  }

  private static Stream<Effect> edges(WorkflowId workflow, NodeDefinition node) {
    return node.dependencies().stream()
        .filter(NodeDependency.OnSameCycle.class::isInstance)
        .map(dependency -> ((NodeDependency.OnSameCycle) dependency).upstream())
        .map(
            upstream ->
                new Effect.Write(
                    "INSERT INTO node_dependency (workflow_id, node_id, upstream_workflow_id,"
                        + " upstream_node_id) VALUES (?, ?, ?, ?)",
                    List.of(
                        workflow.value(),
                        node.id().value(),
                        upstream.workflow(),
                        upstream.node())));
  }
}
