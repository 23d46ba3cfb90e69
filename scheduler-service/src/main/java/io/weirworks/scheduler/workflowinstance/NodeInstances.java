package io.weirworks.scheduler.workflowinstance;

import io.weirworks.scheduler.controlflow.Signal;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.instance.AwaitedInstances;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.workflow.NodeDefinition;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * The stored node instances, read-only. A decision asks for those named in its command and for
 * direct downstream ones.
 */
public interface NodeInstances {
  /** The instance as it was before this decision. */
  Optional<NodeInstance> find(NodeInstanceId id);

  /** Says that these will be read. */
  void load(Collection<NodeInstanceId> ids);

  /**
   * All instances outside of loops that are handed to the executor and have not ended, and loops
   * that go round.
   *
   * @param counts of the workflow instance as it is now
   */
  Set<NodeInstanceId> running(NodeCounts counts);

  /**
   * All instances outside of loops that failed or were cancelled.
   *
   * @param counts of the workflow instance as it is now
   */
  Set<NodeInstanceId> failed(NodeCounts counts);

  /** The latest signal for the instance of a trigger node. */
  default Optional<Signal> signal(NodeInstanceId id) {
    return Optional.empty();
  }

  /** The instances outside this workflow instance that the one of a node waits for. */
  default AwaitedInstances awaited(WorkflowInstancePlan plan, NodeDefinition node) {
    return AwaitedInstances.NONE;
  }
}
