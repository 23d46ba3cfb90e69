package io.weirworks.registry.workspace.adapter;

import io.weirworks.contract.registry.CreateWorkspace;
import io.weirworks.contract.registry.WorkspaceMode;
import io.weirworks.registry.workspace.WorkspaceCommand;
import io.weirworks.registry.workspace.WorkspaceEvent;
import io.weirworks.registry.workspace.WorkspaceEvent.WorkspaceCreated;
import io.weirworks.registry.workspace.WorkspaceState;
import java.time.ZoneId;

/** Workspaces in the contract's records. Enumerations have the same names on both sides. */
final class WorkspaceRecords {

  private WorkspaceRecords() {}

  static WorkspaceCommand command(CreateWorkspace record, ZoneId platformZone) {
    String zone = record.getTimeZone();
    return new WorkspaceCommand.CreateWorkspace(
        record.getName(),
        record.getDisplayName(),
        record.getDescription(),
        record.getMode().name(),
        zone == null ? platformZone.getId() : zone);
  }

  static io.weirworks.contract.registry.WorkspaceCreated event(WorkspaceEvent event) {
    return switch (event) {
      case WorkspaceCreated created ->
          io.weirworks.contract.registry.WorkspaceCreated.newBuilder()
              .setWorkspaceId(created.workspaceId().toString())
              .setName(created.name())
              .setDisplayName(created.displayName())
              .setDescription(created.description())
              .setMode(WorkspaceMode.valueOf(created.mode().name()))
              .setTimeZone(created.timeZone().getId())
              .setCreatedAt(created.createdAt())
              .build();
    };
  }

  static io.weirworks.contract.registry.WorkspaceState state(WorkspaceState.Active workspace) {
    return io.weirworks.contract.registry.WorkspaceState.newBuilder()
        .setWorkspaceId(workspace.workspaceId().toString())
        .setName(workspace.name())
        .setDisplayName(workspace.displayName())
        .setDescription(workspace.description())
        .setMode(WorkspaceMode.valueOf(workspace.mode().name()))
        .setTimeZone(workspace.timeZone().getId())
        .setCreatedAt(workspace.createdAt())
        .build();
  }
}
