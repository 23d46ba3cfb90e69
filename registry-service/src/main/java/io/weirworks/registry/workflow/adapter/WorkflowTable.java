package io.weirworks.registry.workflow.adapter;

import io.weirworks.messaging.SubjectTable;
import io.weirworks.registry.schedule.Schedule;
import io.weirworks.registry.workflow.WorkflowDefinition;
import io.weirworks.registry.workflow.WorkflowDraft;
import io.weirworks.registry.workflow.WorkflowState.Deployed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code workflow}; its workspace's name is messaging's column. */
final class WorkflowTable implements SubjectTable<Deployed> {

  /** What {@link #read} needs, for queries beside messaging. */
  static final String SELECT =
      "SELECT id, sequence, workspace, workspace_id, version, deployed_at, spec_sha256, definition,"
          + " specification FROM workflow WHERE removed = 0";

  /** The last version that was in force, also of a workflow that is removed; 0: there was none. */
  int version(Connection c, String id) throws SQLException {
    try (PreparedStatement select =
        c.prepareStatement("SELECT version FROM workflow WHERE id = ?")) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    }
  }

  @Override
  public String name() {
    return "workflow";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "workspace_id",
        "name",
        "version",
        "deployed_at",
        "spec_sha256",
        "kind",
        "owner",
        "time_zone",
        "cron",
        "nodes",
        "definition",
        "specification");
  }

  @Override
  public @Nullable Object[] values(Deployed workflow) {
    WorkflowDraft draft = workflow.inForce();
    WorkflowDefinition definition = draft.definition();
    Schedule schedule = definition.schedule();
    return new @Nullable Object[] {
      draft.workspaceId().toString(),
      definition.name(),
      workflow.version(),
      LocalDateTime.ofInstant(workflow.deployedAt(), ZoneOffset.UTC),
      draft.specSha256(),
      definition.kind().name(),
      definition.owner(),
      definition.zone().getId(),
      schedule == null ? null : schedule.cron(),
      definition.nodes().size(),
      DefinitionJson.write(definition),
      draft.specification()
    };
  }

  @Override
  public Deployed read(ResultSet row) throws SQLException {
    return new Deployed(
        new WorkflowDraft(
            UUID.fromString(row.getString("id")),
            UUID.fromString(row.getString("workspace_id")),
            row.getString("workspace"),
            DefinitionJson.read(row.getString("definition")),
            row.getString("specification"),
            row.getString("spec_sha256")),
        row.getInt("version"),
        row.getObject("deployed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
  }
}
