package io.weirworks.scheduler.controlflow.adapter;

import io.weirworks.messaging.SubjectTable;
import io.weirworks.scheduler.adapter.Columns;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.SignalId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code trigger_signal}. */
final class SignalTable implements SubjectTable<SignalRow> {

  @Override
  public String name() {
    return "trigger_signal";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "node_instance_id",
        "workflow_instance_id",
        "workspace_name",
        "workflow",
        "node",
        "scheduled_time",
        "received_at");
  }

  @Override
  public @Nullable Object[] values(SignalRow row) {
    return new @Nullable Object[] {
      row.nodeInstance().value().toString(),
      row.workflowInstance().value().toString(),
      row.workspace(),
      row.workflow(),
      row.node(),
      row.scheduledTime(),
      row.receivedAt()
    };
  }

  @Override
  public SignalRow read(ResultSet result) throws SQLException {
    Columns row = new Columns(result);
    return new SignalRow(
        new SignalId(UUID.fromString(row.text("id"))),
        new NodeInstanceId(UUID.fromString(row.text("node_instance_id"))),
        new WorkflowInstanceId(UUID.fromString(row.text("workflow_instance_id"))),
        row.text("workspace_name"),
        row.text("workflow"),
        row.text("node"),
        row.time("scheduled_time"),
        row.time("received_at"));
  }
}
