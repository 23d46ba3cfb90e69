package io.weirworks.executor.run.adapter;

import static io.weirworks.executor.database.adapter.Jdbc.instant;
import static io.weirworks.executor.database.adapter.Jdbc.integer;
import static io.weirworks.executor.database.adapter.Jdbc.text;
import static io.weirworks.executor.database.adapter.Jdbc.utc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirworks.executor.database.adapter.Jdbc;
import io.weirworks.executor.run.Demand;
import io.weirworks.executor.run.Run;
import io.weirworks.executor.run.RunIdentity;
import io.weirworks.messaging.SubjectTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The row of a run. */
final class RunTable implements SubjectTable<Run> {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String name() {
    return "run";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "attempt",
        "node_instance",
        "workflow_instance",
        "workspace_id",
        "workspace_name",
        "workflow_id",
        "workflow_name",
        "node_id",
        "node_name",
        "command",
        "language",
        "computing_resource",
        "bizdate",
        "resource_group",
        "priority",
        "compute_units_milli",
        "queued_at",
        "status",
        "epoch",
        "report_number",
        "holder",
        "application",
        "last_heard_at",
        "started_at",
        "ended_at",
        "exit_code",
        "code",
        "message",
        "field",
        "metrics");
  }

  @Override
  @SuppressWarnings("NullAway") // null is SQL's null
  public Object[] values(Run run) {
    RunIdentity identity = run.identity();
    Demand demand = run.demand();
    StatusColumns status = StatusColumns.of(run.status());
    return new @Nullable Object[] {
      identity.attempt(),
      identity.nodeInstanceId(),
      identity.workflowInstanceId(),
      identity.workspaceId(),
      identity.workspace(),
      identity.workflowId(),
      identity.workflow(),
      identity.nodeId(),
      identity.node(),
      identity.command(),
      identity.language(),
      identity.computingResource(),
      identity.bizdate(),
      demand.resourceGroup(),
      demand.priority(),
      demand.computeUnitsMilli(),
      utc(run.queuedAt()),
      status.status(),
      run.epoch(),
      run.reportNumber(),
      run.holder(),
      run.applicationId(),
      utc(status.lastHeardAt()),
      utc(run.status().startedAtOrNull()),
      utc(status.endedAt()),
      status.exitCode(),
      status.code(),
      status.message(),
      status.field(),
      json(status.metrics())
    };
  }

  @Override
  public Run read(ResultSet row) throws SQLException {
    return new Run(
        identity(row),
        new Demand(
            text(row, "resource_group"), row.getInt("priority"), row.getInt("compute_units_milli")),
        Jdbc.required(instant(row, "queued_at")),
        columns(row).status(instant(row, "started_at")),
        row.getLong("epoch"),
        row.getLong("report_number"),
        row.getString("holder"),
        row.getString("application"));
  }

  private static RunIdentity identity(ResultSet row) throws SQLException {
    return new RunIdentity(
        text(row, "id"),
        row.getInt("attempt"),
        text(row, "node_instance"),
        text(row, "workflow_instance"),
        text(row, "workspace_id"),
        text(row, "workspace_name"),
        text(row, "workflow_id"),
        text(row, "workflow_name"),
        text(row, "node_id"),
        text(row, "node_name"),
        text(row, "command"),
        row.getString("language"),
        row.getString("computing_resource"),
        text(row, "bizdate"));
  }

  private static StatusColumns columns(ResultSet row) throws SQLException {
    return new StatusColumns(
        text(row, "status"),
        instant(row, "last_heard_at"),
        instant(row, "ended_at"),
        integer(row, "exit_code"),
        row.getString("code"),
        row.getString("message"),
        row.getString("field"),
        metrics(text(row, "metrics")));
  }

  private static String json(Map<String, Long> metrics) {
    try {
      return JSON.writeValueAsString(metrics);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("metrics have no JSON form", e);
    }
  }

  private static Map<String, Long> metrics(String json) throws SQLException {
    try {
      return JSON.readValue(json, new TypeReference<Map<String, Long>>() {});
    } catch (JsonProcessingException e) {
      throw new SQLException("metrics of a run are no JSON", e);
    }
  }
}
