package io.weirworks.benchmarks.instances;

import io.weirworks.contract.registry.MissedTicks;
import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.registry.Trigger;
import io.weirworks.contract.registry.TriggerType;
import io.weirworks.contract.registry.WorkflowDefinition;
import io.weirworks.contract.registry.WorkflowDeployed;
import io.weirworks.contract.registry.WorkflowKind;
import java.time.Instant;
import java.util.List;

/**
 * A workflow that a schedule runs. Deployed at some time of yesterday it gets, when the scheduler
 * reads of it, the instances of what is left of today.
 *
 * @param cron in UTC, seconds first
 */
record Cycle(String name, String cron, List<NodeDefinition> nodes) {

  void deploy(Publisher publisher, Instant at) {
    WorkflowDefinition definition = definition();
    publisher.deployed(
        definition,
        WorkflowDeployed.newBuilder()
            .setDefinition(definition)
            .setSpecification("{}")
            .setDeployedAt(at)
            .build());
  }

  private WorkflowDefinition definition() {
    return WorkflowDefinition.newBuilder()
        .setWorkflowId("wf-" + name)
        .setWorkspaceId(Shape.WORKSPACE_ID)
        .setWorkspace(Shape.WORKSPACE)
        .setName(name)
        .setVersion(1)
        .setKind(WorkflowKind.CYCLE_WORKFLOW)
        .setTimeZone("UTC")
        .setTrigger(
            Trigger.newBuilder()
                .setType(TriggerType.SCHEDULER)
                .setCron(cron)
                .setMissedTicks(MissedTicks.NONE)
                .build())
        .setNodes(nodes)
        .setSpecSha256("0".repeat(64))
        .build();
  }
}
