package io.weirworks.registry.workspace.adapter;

import io.weirworks.messaging.SubjectTable;
import io.weirworks.registry.workspace.WorkspaceMode;
import io.weirworks.registry.workspace.WorkspaceState.Active;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code workspace}. */
final class WorkspaceTable implements SubjectTable<Active> {

  @Override
  public String name() {
    return "workspace";
  }

  @Override
  public List<String> columns() {
    return List.of("name", "display_name", "description", "mode", "time_zone", "created_at");
  }

  @Override
  public @Nullable Object[] values(Active workspace) {
    return new @Nullable Object[] {
      workspace.name(),
      workspace.displayName(),
      workspace.description(),
      workspace.mode().name(),
      workspace.timeZone().getId(),
      LocalDateTime.ofInstant(workspace.createdAt(), ZoneOffset.UTC)
    };
  }

  @Override
  public Active read(ResultSet row) throws SQLException {
    return new Active(
        UUID.fromString(row.getString("id")),
        row.getString("name"),
        row.getString("display_name"),
        row.getString("description"),
        WorkspaceMode.valueOf(row.getString("mode")),
        ZoneId.of(row.getString("time_zone")),
        row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
  }
}
