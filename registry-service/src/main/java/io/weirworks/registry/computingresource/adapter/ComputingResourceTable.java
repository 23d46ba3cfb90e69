package io.weirworks.registry.computingresource.adapter;

import io.weirworks.messaging.SubjectTable;
import io.weirworks.registry.computingresource.ComputingResourceState.Registered;
import io.weirworks.registry.computingresource.ComputingResourceType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** The table {@code computing_resource}; its workspace's name is messaging's column. */
final class ComputingResourceTable implements SubjectTable<Registered> {

  @Override
  public String name() {
    return "computing_resource";
  }

  @Override
  public List<String> columns() {
    return List.of("workspace_id", "name", "type", "registered_at");
  }

  @Override
  public Object[] values(Registered resource) {
    return new Object[] {
      resource.workspaceId().toString(),
      resource.name(),
      resource.type().name(),
      LocalDateTime.ofInstant(resource.registeredAt(), ZoneOffset.UTC)
    };
  }

  @Override
  public Registered read(ResultSet row) throws SQLException {
    return new Registered(
        UUID.fromString(row.getString("id")),
        UUID.fromString(row.getString("workspace_id")),
        row.getString("workspace"),
        row.getString("name"),
        ComputingResourceType.valueOf(row.getString("type")),
        row.getObject("registered_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
  }
}
