package io.weirworks.registry.computingresource;

import java.time.Instant;
import java.util.UUID;

/** What happened to a computing resource. */
public sealed interface ComputingResourceEvent {

  /** A workspace knows it. */
  record ComputingResourceRegistered(
      UUID computingResourceId,
      UUID workspaceId,
      String workspace,
      String name,
      ComputingResourceType type,
      Instant registeredAt)
      implements ComputingResourceEvent {}
}
