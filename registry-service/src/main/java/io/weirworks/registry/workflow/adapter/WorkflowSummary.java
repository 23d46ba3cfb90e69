package io.weirworks.registry.workflow.adapter;

import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.registry.workflow.WorkflowKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A workflow in a list.
 *
 * @param workspace name of its workspace
 * @param version the one in force
 * @param cron absent for kinds that run when asked
 * @param nodes how many it has
 * @param sequence number of its last event
 */
@Serdeable
record WorkflowSummary(
    String workflowId,
    String workspace,
    String name,
    WorkflowKind kind,
    int version,
    @Nullable String owner,
    String timeZone,
    @Nullable String cron,
    int nodes,
    String specSha256,
    Instant deployedAt,
    long sequence) {

  static final String SELECT =
      "SELECT id, workspace, name, kind, version, owner, time_zone, cron, nodes, spec_sha256,"
          + " deployed_at, sequence FROM workflow WHERE removed = 0";

  static WorkflowSummary read(ResultSet row) throws SQLException {
    return new WorkflowSummary(
        row.getString("id"),
        row.getString("workspace"),
        row.getString("name"),
        WorkflowKind.valueOf(row.getString("kind")),
        row.getInt("version"),
        row.getString("owner"),
        row.getString("time_zone"),
        row.getString("cron"),
        row.getInt("nodes"),
        row.getString("spec_sha256"),
        row.getObject("deployed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getLong("sequence"));
  }
}
