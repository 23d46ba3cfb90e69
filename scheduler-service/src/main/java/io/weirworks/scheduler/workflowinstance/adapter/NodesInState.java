package io.weirworks.scheduler.workflowinstance.adapter;

import static io.weirworks.scheduler.instance.adapter.NodeInstanceKind.NODE_INSTANCE;
import static java.util.stream.Collectors.toSet;

import io.weirworks.messaging.Work;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.NodeState;
import io.weirworks.scheduler.instance.adapter.NodeInstanceRow;
import io.weirworks.scheduler.workflow.WorkflowGraph;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The node instances outside of loops that are in some state, of graphs that are too large to be
 * read whole. The table does not know yet what the inputs before this one in its transaction did;
 * where the workflow instance counts others than were found, all are read after all.
 */
record NodesInState(WorkflowGraph graph, WorkflowInstanceId workflowInstance, Work work) {

  private static final String SELECT =
      "SELECT id FROM node_instance WHERE workflow_instance_id = ? AND iteration = 0 AND removed = 0"
          + " AND state ";

  /**
   * @param count how many there are
   */
  Set<NodeInstanceId> running(int count) {
    return find(
        "IN ('WAIT_RESOURCE', 'RUNNING', 'CANCELLING', 'LOOPING')",
        count,
        state -> state instanceof NodeState.WithRun || state instanceof NodeState.Looping);
  }

  /**
   * @param count how many there are
   */
  Set<NodeInstanceId> failed(int count) {
    return find(
        "IN ('FAILURE', 'CANCELLED')",
        count,
        state -> state instanceof NodeState.Failure || state instanceof NodeState.Cancelled);
  }

  private Set<NodeInstanceId> find(String states, int count, Predicate<NodeState> in) {
    if (count == 0) {
      return Set.of();
    }
    Set<NodeInstanceId> found = filtered(work.query(c -> select(c, states)), in);
    return found.size() == count ? found : filtered(all(), in);
  }

  private List<String> select(Connection c, String states) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (PreparedStatement statement = c.prepareStatement(SELECT + states)) {
      statement.setString(1, workflowInstance.value().toString());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getString(1));
        }
      }
    }
    return ids;
  }

  private Set<NodeInstanceId> filtered(Collection<String> ids, Predicate<NodeState> in) {
    work.load(NODE_INSTANCE, ids);
    return ids.stream()
        .filter(
            id ->
                work.find(NODE_INSTANCE, id)
                    .map(NodeInstanceRow::instance)
                    .filter(node -> in.test(node.state()))
                    .isPresent())
        .map(id -> new NodeInstanceId(UUID.fromString(id)))
        .collect(toSet());
  }

  private List<String> all() {
    return IntStream.range(0, graph.size())
        .filter(index -> !graph.isInner(index))
        .mapToObj(index -> NodeInstanceId.of(workflowInstance, graph.node(index).id()))
        .map(id -> id.value().toString())
        .toList();
  }
}
