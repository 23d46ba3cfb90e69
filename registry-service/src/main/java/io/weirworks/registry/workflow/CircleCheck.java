package io.weirworks.registry.workflow;

import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.decision.RejectionCode;
import io.weirworks.registry.flowspec.DependencyType;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether nodes of several workflows would wait for one another in a circle of one cycle
 * (dataworks-semantics 3.6). Circles inside the draft are found before.
 */
record CircleCheck(WorkflowDraft draft, DeployedFlows deployed, Problems problems) {

  /** Definitions are read only where workflows as wholes are in a circle, which is rare. */
  void check() {
    Set<UUID> behind = behind();
    if (behind.contains(draft.workflowId())
        && UpstreamOrder.of(graph(behind)) instanceof UpstreamOrder.Circle(var circle)) {
      problems.add(
          RejectionCode.DEPENDENCY_CYCLE,
          "$..depends",
          String.join(" -> ", circle) + " -> " + circle.getFirst(),
          "no circle (here each node waits for the next)");
    }
  }

  /** The workflows that the draft waits for, and those that they wait for. */
  private Set<UUID> behind() {
    Set<UUID> behind = new LinkedHashSet<>();
    Set<UUID> latest =
        sameCycle(draft).map(Upstream::workflowId).collect(Collectors.toCollection(HashSet::new));
    while (behind.addAll(latest)) {
      latest = deployed.upstreams(latest);
    }
    return behind;
  }

  private static Stream<Upstream> sameCycle(WorkflowDraft workflow) {
    return workflow.definition().dependencies().stream()
        .filter(dependency -> dependency.type() == DependencyType.NORMAL)
        .map(CrossDependency::upstream)
        .filter(upstream -> upstream != null && upstream.workflowId() != null);
  }

  private Map<String, Set<String>> graph(Set<UUID> behind) {
    Map<UUID, WorkflowDraft> workflows = new LinkedHashMap<>();
    workflows.put(draft.workflowId(), draft);
    behind.forEach(
        id -> deployed.deployed(id).ifPresent(other -> workflows.putIfAbsent(id, other)));
    Map<String, Set<String>> graph = new LinkedHashMap<>();
    for (WorkflowDraft workflow : workflows.values()) {
      for (NodeDefinition node : workflow.definition().nodes()) {
        Set<String> upstreams = new LinkedHashSet<>();
        node.upstreams().forEach(id -> upstreams.add(named(workflow, id)));
        graph.put(named(workflow, node.id()), upstreams);
      }
    }
    for (WorkflowDraft workflow : workflows.values()) {
      addCrossing(workflow, workflows, graph);
    }
    return graph;
  }

  private static void addCrossing(
      WorkflowDraft workflow, Map<UUID, WorkflowDraft> workflows, Map<String, Set<String>> graph) {
    for (CrossDependency dependency : workflow.definition().dependencies()) {
      Upstream upstream = dependency.upstream();
      Set<String> ofNode = graph.get(named(workflow, dependency.nodeId()));
      if (dependency.type() == DependencyType.NORMAL && upstream != null && ofNode != null) {
        WorkflowDraft other = workflows.get(upstream.workflowId());
        String name = other == null ? "" : named(other, upstream.nodeId());
        if (graph.containsKey(name)) {
          ofNode.add(name);
        }
      }
    }
  }

  private static String named(WorkflowDraft workflow, String nodeId) {
    return workflow.workspace() + "/" + workflow.definition().name() + "/" + nodeId;
  }
}
