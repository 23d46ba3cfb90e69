package io.weirworks.scheduler.backfill.adapter;

import io.weirworks.contract.registry.WorkflowState;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.backfill.NodeNetwork;
import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.dependency.adapter.NodeDependencies;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.workflow.WorkflowGraph;
import io.weirworks.scheduler.workflow.adapter.Definitions;
import io.weirworks.scheduler.workflow.adapter.DeployedWorkflow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The nodes of the versions in force, read for one decision. */
final class DeployedNetwork implements NodeNetwork {

  private final Definitions definitions;
  private final Work work;
  private final Map<String, Optional<DeployedWorkflow>> workflows = new HashMap<>();

  DeployedNetwork(Definitions definitions, Work work) {
    this.definitions = definitions;
    this.work = work;
  }

  /** Notes a version that is known already. */
  void add(DeployedWorkflow workflow) {
    workflows.put(workflow.id().value(), Optional.of(workflow));
  }

  /** The workflow of a node that was found. */
  DeployedWorkflow workflow(WorkflowId id) {
    return workflow(id.value())
        .orElseThrow(() -> new IllegalStateException("No version of " + id + " is in force"));
  }

  private Optional<DeployedWorkflow> workflow(String id) {
    return workflows.computeIfAbsent(
        id,
        absent ->
            work.viewed(WorkflowState.class, absent)
                .flatMap(viewed -> definitions.usable(viewed.state())));
  }

  /** All workflows that were looked at. */
  List<DeployedWorkflow> known() {
    List<DeployedWorkflow> known = new ArrayList<>();
    workflows.values().forEach(found -> found.ifPresent(known::add));
    return known;
  }

  @Override
  public Set<NodeKey> downstream(NodeKey node) {
    Set<NodeKey> downstream = new LinkedHashSet<>();
    workflow(node.workflow())
        .ifPresent(
            workflow -> {
              WorkflowGraph graph = workflow.graph();
              graph.downstream(graph.index(new NodeId(node.node()))).stream()
                  .map(index -> new NodeKey(node.workflow(), graph.node(index).id().value()))
                  .forEach(downstream::add);
            });
    NodeDependencies.downstream(node, work).stream()
        .filter(this::isDeployed)
        .forEach(downstream::add);
    return downstream;
  }

  private boolean isDeployed(NodeKey node) {
    return workflow(node.workflow())
        .filter(
            workflow ->
                workflow.graph().definition().nodes().stream()
                    .anyMatch(each -> each.id().value().equals(node.node())))
        .isPresent();
  }
}
