package io.weirworks.scheduler.diagnosis.adapter;

import static io.weirworks.scheduler.instance.adapter.NodeInstanceKind.NODE_INSTANCE;

import io.weirworks.scheduler.diagnosis.Diagnosis;
import io.weirworks.scheduler.diagnosis.Patient;
import io.weirworks.scheduler.instance.AwaitedInstances;
import io.weirworks.scheduler.instance.NodeState;
import io.weirworks.scheduler.instance.adapter.NodeInstanceRow;
import io.weirworks.schemas.RunError;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads node instances for diagnosis, one statement for each level of the walk. */
record StoredPatients(DataSource database) implements Diagnosis.Lookup {

  /** Of a loop, how many of the instances inside it are looked at. */
  private static final int MOST_INSIDE = 100;

  /** Of the present round, what has not succeeded: that is what a loop waits for. */
  private static final String INSIDE =
      " FROM node_instance WHERE workflow_instance_id = ? AND iteration > 0 AND loop_attempt = ?"
          + " AND removed = 0 AND status <> 'SUCCESS' ORDER BY iteration, id LIMIT "
          + MOST_INSIDE;

  @Override
  public Collection<Patient> find(Collection<String> ids) {
    String sql =
        "SELECT id, sequence, %s FROM node_instance WHERE removed = 0 AND id IN (%s)"
            .formatted(
                String.join(", ", NODE_INSTANCE.table().columns()),
                String.join(", ", Collections.nCopies(ids.size(), "?")));
    try (Connection c = database.getConnection();
        PreparedStatement statement = c.prepareStatement(sql)) {
      int place = 1;
      for (String id : ids) {
        statement.setString(place++, id);
      }
      List<Patient> patients = new ArrayList<>();
      for (NodeInstanceRow row : read(statement)) {
        patients.add(patient(row, isLooping(row) ? inside(c, row) : row.blockedBy()));
      }
      return patients;
    } catch (SQLException e) {
      throw new IllegalStateException("node instances cannot be read", e);
    }
  }

  private static boolean isLooping(NodeInstanceRow row) {
    return row.instance().state() instanceof NodeState.Looping;
  }

  private static List<String> inside(Connection c, NodeInstanceRow loop) throws SQLException {
    String id = loop.instance().id().value().toString();
    String columns = "SELECT id, sequence, " + String.join(", ", NODE_INSTANCE.table().columns());
    try (PreparedStatement statement = c.prepareStatement(columns + INSIDE)) {
      statement.setString(1, loop.instance().workflowInstanceId().value().toString());
      statement.setInt(2, loop.instance().attempt());
      return read(statement).stream()
          .filter(row -> id.equals(row.profile().loop()))
          .map(row -> row.instance().id().value().toString())
          .toList();
    }
  }

  private static List<NodeInstanceRow> read(PreparedStatement statement) throws SQLException {
    List<NodeInstanceRow> found = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(NODE_INSTANCE.table().read(rows));
      }
    }
    return found;
  }

  private static Patient patient(NodeInstanceRow row, List<String> blockedBy) {
    var node = row.instance();
    NodeState state = node.state();
    return new Patient(
        node.id().value().toString(),
        row.profile().node(),
        state.status(),
        row.waiting(),
        blockedBy,
        node.isFrozen(),
        row.profile().scheduledTime(),
        node.attempt(),
        state instanceof NodeState.Failure(String code, var _)
            ? code
            : state instanceof NodeState.Cancelled ? RunError.CANCELLED.code() : null,
        message(state));
  }

  private static @Nullable String message(NodeState state) {
    return switch (state) {
      case NodeState.Failure(var _, String message) -> message;
      case NodeState.Cancelled(String reason) -> reason;
      case NodeState.WaitOutcomes(var _, AwaitedInstances awaited) ->
          awaited.whyNever().orElse(null);
      case NodeState.NotRun _,
          NodeState.WaitTime _,
          NodeState.WaitRerun _,
          NodeState.WaitSignal _,
          NodeState.WithRun _,
          NodeState.Looping _,
          NodeState.Success _ ->
          null;
    };
  }
}
