package io.weirworks.scheduler.instance.adapter;

import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.NodeInstanceEvent;
import java.time.Instant;
import java.util.List;

/** An event of a node instance with what its row shows besides. */
public sealed interface NodeInstanceChange {

  /**
   * It exists.
   *
   * @param blockedBy ids of the upstream instances that it waits for
   * @param waiters that asked for it before it existed
   */
  record Created(
      NodeInstance instance, NodeProfile profile, List<String> blockedBy, List<Waiter> waiters)
      implements NodeInstanceChange {}

  /** An instance of another workflow instance waits for it. */
  record AwaitedBy(Waiter waiter) implements NodeInstanceChange {}

  /** Something happened to it at this time. */
  record Happened(NodeInstanceEvent event, Instant at) implements NodeInstanceChange {}
}
