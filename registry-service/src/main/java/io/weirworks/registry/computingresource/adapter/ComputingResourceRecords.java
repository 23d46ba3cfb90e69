package io.weirworks.registry.computingresource.adapter;

import io.weirworks.contract.registry.ComputingResourceType;
import io.weirworks.contract.registry.RegisterComputingResource;
import io.weirworks.registry.computingresource.ComputingResourceCommand;
import io.weirworks.registry.computingresource.ComputingResourceEvent;
import io.weirworks.registry.computingresource.ComputingResourceEvent.ComputingResourceRegistered;
import io.weirworks.registry.computingresource.ComputingResourceState;

/** Computing resources in the contract's records. Enumerations have the same names. */
final class ComputingResourceRecords {

  private ComputingResourceRecords() {}

  static ComputingResourceCommand command(RegisterComputingResource record) {
    return new ComputingResourceCommand.RegisterComputingResource(
        record.getWorkspace(), record.getName(), record.getType().name(), record.getProperties());
  }

  static io.weirworks.contract.registry.ComputingResourceRegistered event(
      ComputingResourceEvent event) {
    return switch (event) {
      case ComputingResourceRegistered registered ->
          io.weirworks.contract.registry.ComputingResourceRegistered.newBuilder()
              .setComputingResourceId(registered.computingResourceId().toString())
              .setWorkspaceId(registered.workspaceId().toString())
              .setWorkspace(registered.workspace())
              .setName(registered.name())
              .setType(ComputingResourceType.valueOf(registered.type().name()))
              .setRegisteredAt(registered.registeredAt())
              .build();
    };
  }

  static io.weirworks.contract.registry.ComputingResourceState state(
      ComputingResourceState.Registered resource) {
    return io.weirworks.contract.registry.ComputingResourceState.newBuilder()
        .setComputingResourceId(resource.computingResourceId().toString())
        .setWorkspaceId(resource.workspaceId().toString())
        .setWorkspace(resource.workspace())
        .setName(resource.name())
        .setType(ComputingResourceType.valueOf(resource.type().name()))
        .setRegisteredAt(resource.registeredAt())
        .build();
  }
}
