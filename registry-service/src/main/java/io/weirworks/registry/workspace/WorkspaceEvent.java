package io.weirworks.registry.workspace;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a workspace. */
public sealed interface WorkspaceEvent {

  /** It exists. */
  record WorkspaceCreated(
      UUID workspaceId,
      String name,
      String displayName,
      @Nullable String description,
      WorkspaceMode mode,
      ZoneId timeZone,
      Instant createdAt)
      implements WorkspaceEvent {}
}
