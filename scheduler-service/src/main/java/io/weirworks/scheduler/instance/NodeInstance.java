package io.weirworks.scheduler.instance;

import io.weirworks.scheduler.identity.Iteration;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.RunId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceCreated;
import org.jspecify.annotations.Nullable;

/**
 * A node instance as it is stored. What it does is in the pinned version of the definition; here is
 * how far it is.
 *
 * @param iteration which turn of a loop it belongs to; null: it is in none
 * @param attempt the latest attempt; 0: it has not been handed to the executor
 * @param runSequence the highest sequence seen of the latest attempt's run; 0: none
 * @param sequence of its last told event (I4)
 */
public record NodeInstance(
    NodeInstanceId id,
    WorkflowInstanceId workflowInstanceId,
    NodeId nodeId,
    @Nullable Iteration iteration,
    int attempt,
    long runSequence,
    NodeState state,
    long sequence) {

  /** The instance that its first event makes. */
  public static NodeInstance created(NodeInstanceId id, NodeInstanceCreated event) {
    return new NodeInstance(
        id,
        event.workflowInstance(),
        event.node(),
        event.iteration(),
        0,
        0,
        new NodeState.NotRun(event.upstreams()),
        1);
  }

  /** The run of the latest attempt. */
  public RunId runId() {
    return RunId.of(id, attempt);
  }

  /** The instance of a node beside it: in the same turn of the same loop, or outside like it. */
  public NodeInstanceId beside(NodeId node) {
    return NodeInstanceId.of(workflowInstanceId, node, iteration);
  }

  /** The instance after an event. */
  public NodeInstance evolve(NodeInstanceEvent event) {
    return switch (event) {
      case NodeInstanceEvent.Told told ->
          NodeInstanceEvolution.evolve(this, told).withSequence(sequence + 1);
      case NodeInstanceEvent.Untold untold -> NodeInstanceEvolution.evolve(this, untold);
    };
  }

  NodeInstance with(long newRunSequence, NodeState newState) {
    return new NodeInstance(
        id, workflowInstanceId, nodeId, iteration, attempt, newRunSequence, newState, sequence);
  }

  NodeInstance withAttempt(int newAttempt, NodeState newState) {
    return new NodeInstance(
        id, workflowInstanceId, nodeId, iteration, newAttempt, 0, newState, sequence);
  }

  private NodeInstance withSequence(long newSequence) {
    return new NodeInstance(
        id, workflowInstanceId, nodeId, iteration, attempt, runSequence, state, newSequence);
  }
}
