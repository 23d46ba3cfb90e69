package io.weirworks.scheduler.workflow.adapter;

import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.registry.WorkflowState;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.workflow.WorkflowGraph;

/**
 * One deployed version, both as the core decides on it and as registry-service told it.
 *
 * @param state never changed after it was read
 */
public record DeployedWorkflow(WorkflowGraph graph, WorkflowState state) {

  static DeployedWorkflow of(WorkflowState state) throws UnusableDefinitionException {
    return new DeployedWorkflow(
        new WorkflowGraph(DefinitionMapping.workflow(state.getDefinition())), state);
  }

  public WorkflowId id() {
    return graph.definition().id();
  }

  public int version() {
    return graph.definition().version();
  }

  public WorkflowNames names() {
    var definition = state.getDefinition();
    return new WorkflowNames(
        definition.getWorkspaceId(), definition.getWorkspace(), definition.getName());
  }

  /** What the node runs and with what settings. */
  public NodeDefinition node(NodeId node) {
    return state.getDefinition().getNodes().get(graph.index(node));
  }

  /** About how many characters it keeps in memory. */
  long weight() {
    return state.getDefinition().getNodes().stream()
        .mapToLong(node -> 1_000L + node.getScript().length())
        .sum();
  }
}
