package io.weirworks.scheduler.dag.adapter;

import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.scheduler.adapter.Columns;
import io.weirworks.scheduler.adapter.HttpInput;
import io.weirworks.scheduler.dag.GraphWindow;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.workflow.Part;
import io.weirworks.scheduler.workflow.WorkflowGraph;
import io.weirworks.scheduler.workflow.adapter.Definitions;
import io.weirworks.scheduler.workflow.adapter.DeployedWorkflow;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads the graph of a workflow instance: edges from its pinned version, which stays in memory, and
 * of the tables only the narrow columns of one page (R49).
 */
@Singleton
final class StoredDag {

  private static final int SHOWN_UPSTREAMS = 100;

  private final DataSource database;
  private final Definitions definitions;

  StoredDag(DataSource database, Definitions definitions) {
    this.database = database;
    this.definitions = definitions;
  }

  private record Status(String status, @Nullable String waitReason, boolean frozen, int attempt) {}

  /** The version that a workflow instance is pinned to; empty where there is no such instance. */
  Optional<DeployedWorkflow> workflowOf(String workflowInstance) {
    try (Connection c = database.getConnection();
        PreparedStatement statement =
            c.prepareStatement(
                "SELECT workflow_id, version FROM workflow_instance WHERE id = ? AND removed = 0")) {
      statement.setString(1, workflowInstance);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(
                definitions.pinned(
                    c, new WorkflowId(rows.getString(1)), rows.getInt(2), new Part.Whole()))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the workflow instance cannot be read", e);
    }
  }

  /** The index of a node outside of loops, named by id, name or the id of its node instance. */
  static int index(String workflowInstance, DeployedWorkflow workflow, String node) {
    WorkflowGraph graph = workflow.graph();
    for (int index = 0; index < graph.size(); index++) {
      NodeDefinition definition = workflow.node(graph.node(index).id());
      boolean named =
          definition.getId().equals(node)
              || definition.getName().equals(node)
              || instance(workflowInstance, graph, index).equals(node);
      if (named && !graph.isInner(index)) {
        return index;
      }
    }
    throw HttpInput.bad(
        "node is '%s'; name a node outside of loops by id, name or the id of its instance"
            .formatted(node));
  }

  private static String instance(String workflowInstance, WorkflowGraph graph, int index) {
    var flow = new WorkflowInstanceId(UUID.fromString(workflowInstance));
    return NodeInstanceId.of(flow, graph.node(index).id()).value().toString();
  }

  DagPage page(
      String workflowInstance, DeployedWorkflow workflow, GraphWindow window, int after, int size) {
    WorkflowGraph graph = workflow.graph();
    List<GraphWindow.Place> shown = window.places().stream().skip(after).limit(size).toList();
    Map<String, Status> statuses =
        statuses(
            shown.stream().map(place -> instance(workflowInstance, graph, place.index())).toList());
    List<DagPage.DagNode> items =
        shown.stream()
            .map(
                place -> {
                  String id = instance(workflowInstance, graph, place.index());
                  return item(id, workflow, place, statuses.get(id));
                })
            .toList();
    int all = window.places().size();
    return new DagPage(
        workflowInstance, all, items, after + size < all ? after + shown.size() : null);
  }

  private static DagPage.DagNode item(
      String id, DeployedWorkflow workflow, GraphWindow.Place place, @Nullable Status status) {
    WorkflowGraph graph = workflow.graph();
    NodeDefinition node = workflow.node(graph.node(place.index()).id());
    return new DagPage.DagNode(
        id,
        node.getId(),
        node.getName(),
        node.getCommand(),
        place.level(),
        status == null ? null : status.status(),
        status == null ? null : status.waitReason(),
        status != null && status.frozen(),
        status == null ? 0 : status.attempt(),
        graph.upstreamCount(place.index()),
        graph.downstream(place.index()).size(),
        GraphWindow.upstream(graph, place.index()).stream()
            .limit(SHOWN_UPSTREAMS)
            .map(index -> graph.node(index).id().value())
            .toList());
  }

  private Map<String, Status> statuses(List<String> ids) {
    Map<String, Status> statuses = new HashMap<>();
    if (ids.isEmpty()) {
      return statuses;
    }
    String sql =
        "SELECT id, status, wait_reason, frozen, attempt FROM node_instance WHERE id IN (%s)"
            .formatted(String.join(", ", Collections.nCopies(ids.size(), "?")));
    try (Connection c = database.getConnection();
        PreparedStatement statement = c.prepareStatement(sql)) {
      for (int i = 0; i < ids.size(); i++) {
        statement.setString(i + 1, ids.get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        Columns row = new Columns(rows);
        while (rows.next()) {
          statuses.put(
              row.text("id"),
              new Status(
                  row.text("status"),
                  row.textOrNull("wait_reason"),
                  row.flag("frozen"),
                  row.integer("attempt")));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("node instances cannot be read", e);
    }
    return statuses;
  }
}
