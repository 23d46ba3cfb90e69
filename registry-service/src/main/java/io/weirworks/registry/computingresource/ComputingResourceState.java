package io.weirworks.registry.computingresource;

import java.time.Instant;
import java.util.UUID;

/** A computing resource as it stands. */
public sealed interface ComputingResourceState {

  /** Nobody has registered it. */
  record Absent() implements ComputingResourceState {}

  /** Nodes may name it. */
  record Registered(
      UUID computingResourceId,
      UUID workspaceId,
      String workspace,
      String name,
      ComputingResourceType type,
      Instant registeredAt)
      implements ComputingResourceState {}
}
