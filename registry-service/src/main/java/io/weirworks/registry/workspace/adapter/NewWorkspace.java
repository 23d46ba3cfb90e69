package io.weirworks.registry.workspace.adapter;

import static io.weirworks.messaging.hosting.CommandBody.required;

import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.contract.registry.CreateWorkspace;
import io.weirworks.registry.workspace.WorkspaceMode;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /workspaces}.
 *
 * @param name unique in the platform, never changed
 * @param displayName what people see; absent: the name
 * @param mode absent: BASIC
 * @param timeZone IANA zone for triggers that name none; absent: the platform's
 */
@Serdeable
record NewWorkspace(
    @Nullable String name,
    @Nullable String displayName,
    @Nullable String description,
    @Nullable WorkspaceMode mode,
    @Nullable String timeZone) {

  CreateWorkspace command() {
    WorkspaceMode wanted = mode == null ? WorkspaceMode.BASIC : mode;
    return CreateWorkspace.newBuilder()
        .setName(required("name", name))
        .setDisplayName(displayName)
        .setDescription(description)
        .setMode(io.weirworks.contract.registry.WorkspaceMode.valueOf(wanted.name()))
        .setTimeZone(timeZone)
        .build();
  }
}
