package io.weirworks.scheduler.workflowinstance;

import io.weirworks.scheduler.controlflow.Signal;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.instance.AwaitedInstances;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.workflow.NodeDefinition;
import java.util.Optional;

/**
 * The stored node instances, read-only. A decision asks for those named in its command and for
 * direct downstream ones.
 */
@FunctionalInterface
public interface NodeInstances {
  /** The instance as it was before this decision. */
  Optional<NodeInstance> find(NodeInstanceId id);

  /** The latest signal for the instance of a trigger node. */
  default Optional<Signal> signal(NodeInstanceId id) {
    return Optional.empty();
  }

  /** The instances outside this workflow instance that the one of a node waits for. */
  default AwaitedInstances awaited(WorkflowInstancePlan plan, NodeDefinition node) {
    return AwaitedInstances.NONE;
  }
}
