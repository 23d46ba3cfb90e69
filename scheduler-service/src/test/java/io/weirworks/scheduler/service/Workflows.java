package io.weirworks.scheduler.service;

import io.weirworks.contract.Parameter;
import io.weirworks.contract.ParameterType;
import io.weirworks.contract.registry.Dependency;
import io.weirworks.contract.registry.DependencyType;
import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.registry.Trigger;
import io.weirworks.contract.registry.TriggerType;
import io.weirworks.contract.registry.WorkflowDefinition;
import io.weirworks.contract.registry.WorkflowKind;
import io.weirworks.contract.registry.WorkflowState;
import io.weirworks.contract.scheduler.StartBackfill;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Definitions as registry-service deploys them. */
final class Workflows {

  static final String WORKSPACE = "flights";

  private Workflows() {}

  static WorkflowState workflow(String name, NodeDefinition... nodes) {
    return workflow(name, 1, List.of(nodes));
  }

  static WorkflowState workflow(String name, int version, List<NodeDefinition> nodes) {
    return new WorkflowState(
        WorkflowDefinition.newBuilder()
            .setWorkflowId("wf-" + name)
            .setWorkspaceId("ws-1")
            .setWorkspace(WORKSPACE)
            .setName(name)
            .setVersion(version)
            .setKind(WorkflowKind.MANUAL_WORKFLOW)
            .setTimeZone("UTC")
            .setParameters(List.of(parameter("area", ParameterType.CONSTANT, "emea")))
            .setNodes(nodes)
            .setSpecSha256("0".repeat(64))
            .build(),
        Instant.parse("2025-01-01T00:00:00Z"));
  }

  static Parameter parameter(String name, ParameterType type, String value) {
    return Parameter.newBuilder().setName(name).setType(type).setValue(value).build();
  }

  static NodeDefinition node(String id, String... upstreams) {
    return builder(id, upstreams).build();
  }

  static NodeDefinition virtual(String id, String... upstreams) {
    return builder(id, upstreams).setCommand("VIRTUAL").setScript("").build();
  }

  static NodeDefinition behaving(String behaviour, String id, String... upstreams) {
    return builder(id, upstreams).setEnvironment(Map.of(FakeExecutor.BEHAVIOUR, behaviour)).build();
  }

  static NodeDefinition.Builder builder(String id, String... upstreams) {
    return NodeDefinition.newBuilder()
        .setId(id)
        .setName(id)
        .setCommand("EMR_SHELL")
        .setScript("echo ${dt} ${area} ${unknown}")
        .setParameters(List.of(parameter("dt", ParameterType.SYSTEM, "$bizdate")))
        .setUpstreams(List.of(upstreams));
  }

  /** A backfill of a workflow; both dates are included. */
  static StartBackfill.Builder backfill(String workflow, String from, String to) {
    return StartBackfill.newBuilder()
        .setWorkspace(WORKSPACE)
        .setWorkflow(workflow)
        .setFromBizdate(from)
        .setToBizdate(to);
  }

  /** A workflow that has instances by the clock. */
  static WorkflowState scheduled(
      String name, Trigger trigger, List<Dependency> dependencies, NodeDefinition... nodes) {
    WorkflowState state = workflow(name, nodes);
    WorkflowDefinition definition = state.getDefinition();
    definition.setKind(WorkflowKind.CYCLE_WORKFLOW);
    definition.setTrigger(trigger);
    definition.setDependencies(dependencies);
    return state;
  }

  /** A trigger. */
  static Trigger.Builder cron(String cron) {
    return Trigger.newBuilder()
        .setType(TriggerType.SCHEDULER)
        .setCron(cron)
        .setMissedTicksPerMinute(100_000);
  }

  /** A dependency on a node of another workflow in the same cycle. */
  static Dependency on(String node, String workflow, String upstream) {
    return Dependency.newBuilder()
        .setNodeId(node)
        .setType(DependencyType.NORMAL)
        .setUpstreamWorkflowId("wf-" + workflow)
        .setUpstreamNodeId(upstream)
        .build();
  }
}
