package io.weirworks.scheduler.workflowinstance;

import io.weirworks.scheduler.identity.Iteration;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.workflow.WorkflowGraph;
import org.jspecify.annotations.Nullable;

/**
 * Where a node instance stands.
 *
 * @param index of its node in the graph
 * @param iteration which turn of its loop; null: it is in none
 */
record Place(int index, @Nullable Iteration iteration) {

  static Place of(WorkflowGraph graph, NodeInstance node) {
    return new Place(graph.index(node.nodeId()), node.iteration());
  }

  Place beside(int other) {
    return new Place(other, iteration);
  }

  /** 0: in no loop. */
  int number() {
    return iteration == null ? 0 : iteration.number();
  }

  NodeInstanceId id(WorkflowInstanceId workflowInstance, WorkflowGraph graph) {
    return NodeInstanceId.of(workflowInstance, graph.node(index).id(), iteration);
  }
}
