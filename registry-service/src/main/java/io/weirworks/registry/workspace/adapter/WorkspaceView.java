package io.weirworks.registry.workspace.adapter;

import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.registry.workspace.WorkspaceMode;
import io.weirworks.registry.workspace.WorkspaceState.Active;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A workspace as HTTP shows it.
 *
 * @param timeZone IANA zone for triggers that name none
 * @param sequence number of its last event
 */
@Serdeable
record WorkspaceView(
    String workspaceId,
    String name,
    String displayName,
    @Nullable String description,
    WorkspaceMode mode,
    String timeZone,
    Instant createdAt,
    long sequence) {

  static WorkspaceView of(Active workspace, long sequence) {
    return new WorkspaceView(
        workspace.workspaceId().toString(),
        workspace.name(),
        workspace.displayName(),
        workspace.description(),
        workspace.mode(),
        workspace.timeZone().getId(),
        workspace.createdAt(),
        sequence);
  }
}
