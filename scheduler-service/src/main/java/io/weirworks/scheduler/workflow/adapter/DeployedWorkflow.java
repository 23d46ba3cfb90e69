package io.weirworks.scheduler.workflow.adapter;

import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.registry.WorkflowState;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.workflow.Part;
import io.weirworks.scheduler.workflow.WorkflowDefinition;
import io.weirworks.scheduler.workflow.WorkflowGraph;
import java.util.List;

/**
 * One deployed version, both as the core decides on it and as registry-service told it.
 *
 * @param state never changed after it was read
 * @param nodes of the graph, in its order
 */
public record DeployedWorkflow(
    WorkflowGraph graph, WorkflowState state, List<NodeDefinition> nodes) {

  /**
   * The version with all its nodes.
   *
   * @throws UnusableDefinitionException where a parameter cannot be evaluated here
   */
  public static DeployedWorkflow of(WorkflowState state) throws UnusableDefinitionException {
    return new DeployedWorkflow(
        new WorkflowGraph(DefinitionMapping.workflow(state.getDefinition())),
        state,
        state.getDefinition().getNodes());
  }

  /** One part of it. */
  public DeployedWorkflow part(Part part) {
    if (part instanceof Part.Whole) {
      return this;
    }
    WorkflowDefinition definition = graph.definition().part(part);
    return new DeployedWorkflow(
        new WorkflowGraph(definition),
        state,
        definition.nodes().stream().map(node -> node(node.id())).toList());
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
    return nodes.get(graph.index(node));
  }

  /** About how many characters it keeps in memory. */
  long weight() {
    return state.getDefinition().getNodes().stream()
        .mapToLong(node -> 1_000L + node.getScript().length())
        .sum();
  }
}
