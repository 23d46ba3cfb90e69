package io.weirworks.scheduler.baseline;

import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.recurrence.Tick;
import java.util.List;

/**
 * A node instance that a baseline's instance waits for, whether it has been made or not: its id is
 * derived.
 *
 * @param runs whether it takes time: it is no dry run
 * @param isolated its node depends on others and none of them has an instance that day
 * @param parents the instances that it waits for
 */
public record ScopeInstance(
    NodeInstanceId id,
    WorkflowInstanceId workflowInstance,
    WatchedNode node,
    Tick tick,
    boolean runs,
    boolean isolated,
    List<NodeInstanceId> parents) {
  public ScopeInstance {
    parents = List.copyOf(parents);
  }
}
