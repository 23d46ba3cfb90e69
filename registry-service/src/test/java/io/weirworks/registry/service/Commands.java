package io.weirworks.registry.service;

import io.weirworks.contract.registry.ComputingResourceType;
import io.weirworks.contract.registry.CreateWorkspace;
import io.weirworks.contract.registry.DeployWorkflow;
import io.weirworks.contract.registry.RegisterComputingResource;
import io.weirworks.contract.registry.UndeployWorkflow;

/** The registry's commands with as little as they need. */
final class Commands {

  private Commands() {}

  static CreateWorkspace create(String name) {
    return CreateWorkspace.newBuilder().setName(name).build();
  }

  static RegisterComputingResource register(String workspace, String name) {
    return RegisterComputingResource.newBuilder()
        .setWorkspace(workspace)
        .setName(name)
        .setType(ComputingResourceType.LOCAL)
        .build();
  }

  static DeployWorkflow deploy(String workspace, String spec) {
    return DeployWorkflow.newBuilder()
        .setWorkspace(workspace)
        .setSpec(spec)
        .setComment("because")
        .build();
  }

  static UndeployWorkflow undeploy(String workspace, String workflow) {
    return UndeployWorkflow.newBuilder().setWorkspace(workspace).setWorkflow(workflow).build();
  }
}
