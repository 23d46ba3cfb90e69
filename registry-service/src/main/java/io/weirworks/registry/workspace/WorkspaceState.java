package io.weirworks.registry.workspace;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A workspace as it stands. */
public sealed interface WorkspaceState {

  /** Nobody has made it. */
  record Absent() implements WorkspaceState {}

  /** It can be used. */
  record Active(
      UUID workspaceId,
      String name,
      String displayName,
      @Nullable String description,
      WorkspaceMode mode,
      ZoneId timeZone,
      Instant createdAt)
      implements WorkspaceState {}
}
