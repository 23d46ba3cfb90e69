package io.weirworks.scheduler.diagnosis.adapter;

import static io.weirworks.scheduler.instance.adapter.NodeInstanceKind.NODE_INSTANCE;

import io.weirworks.scheduler.diagnosis.Diagnosis;
import io.weirworks.scheduler.diagnosis.Patient;
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

/** Reads node instances for diagnosis, one statement for each level of the walk. */
record StoredPatients(DataSource database) implements Diagnosis.Lookup {

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
      return read(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("node instances cannot be read", e);
    }
  }

  private static List<Patient> read(PreparedStatement statement) throws SQLException {
    List<Patient> patients = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        patients.add(patient(NODE_INSTANCE.table().read(rows)));
      }
    }
    return patients;
  }

  private static Patient patient(NodeInstanceRow row) {
    var node = row.instance();
    NodeState state = node.state();
    return new Patient(
        node.id().value().toString(),
        row.profile().node(),
        state.status(),
        row.waiting(),
        row.blockedBy(),
        node.isFrozen(),
        row.profile().scheduledTime(),
        node.attempt(),
        state instanceof NodeState.Failure(String code, var _)
            ? code
            : state instanceof NodeState.Cancelled ? RunError.CANCELLED.code() : null,
        state instanceof NodeState.Failure(var _, String message)
            ? message
            : state instanceof NodeState.Cancelled(String reason) ? reason : null);
  }
}
