package io.weirworks.registry.workspace;

import org.jspecify.annotations.Nullable;

/** What can be asked of a workspace. */
public sealed interface WorkspaceCommand {

  /**
   * Make it.
   *
   * @param name unique in the platform, never changed
   * @param displayName what people see; absent: the name
   * @param mode {@code BASIC} or {@code STANDARD}
   * @param timeZone IANA zone for triggers that name none
   */
  record CreateWorkspace(
      String name,
      @Nullable String displayName,
      @Nullable String description,
      String mode,
      String timeZone)
      implements WorkspaceCommand {}
}
