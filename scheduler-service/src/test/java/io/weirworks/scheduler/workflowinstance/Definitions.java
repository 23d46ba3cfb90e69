package io.weirworks.scheduler.workflowinstance;

import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.parameter.ParameterDefinitions;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.NodeWork;
import io.weirworks.scheduler.workflow.RerunPolicy;
import io.weirworks.scheduler.workflow.WorkflowDefinition;
import io.weirworks.scheduler.workflow.WorkflowGraph;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** Small definitions for tests. */
final class Definitions {

  private Definitions() {}

  static WorkflowGraph graph(NodeDefinition... nodes) {
    return graph(List.of(nodes));
  }

  static WorkflowGraph graph(List<NodeDefinition> nodes) {
    return new WorkflowGraph(
        new WorkflowDefinition(
            new WorkflowId("w"), 7, ZoneOffset.UTC, LocalTime.of(2, 30), List.of(), nodes));
  }

  static NodeDefinition run(String id, String... upstreams) {
    return node(id, NodeWork.RUN, RerunPolicy.NONE, upstreams);
  }

  static NodeDefinition virtual(String id, String... upstreams) {
    return node(id, NodeWork.ZERO_LOAD, RerunPolicy.NONE, upstreams);
  }

  static NodeDefinition node(String id, NodeWork work, RerunPolicy rerun, String... upstreams) {
    return new NodeDefinition(
        new NodeId(id),
        work,
        rerun,
        Duration.ofHours(4),
        ParameterDefinitions.none(),
        Arrays.stream(upstreams).map(NodeId::new).toList(),
        "");
  }
}
