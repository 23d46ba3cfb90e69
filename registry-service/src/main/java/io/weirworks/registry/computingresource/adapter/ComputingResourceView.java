package io.weirworks.registry.computingresource.adapter;

import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.registry.computingresource.ComputingResourceState.Registered;
import io.weirworks.registry.computingresource.ComputingResourceType;
import java.time.Instant;

/**
 * A computing resource as HTTP shows it.
 *
 * @param workspace name of its workspace
 * @param sequence number of its last event
 */
@Serdeable
record ComputingResourceView(
    String computingResourceId,
    String workspaceId,
    String workspace,
    String name,
    ComputingResourceType type,
    Instant registeredAt,
    long sequence) {

  static ComputingResourceView of(Registered resource, long sequence) {
    return new ComputingResourceView(
        resource.computingResourceId().toString(),
        resource.workspaceId().toString(),
        resource.workspace(),
        resource.name(),
        resource.type(),
        resource.registeredAt(),
        sequence);
  }
}
