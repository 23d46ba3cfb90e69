package io.weirworks.scheduler.instance;

import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What operators did to a node instance; all of it is told, with its comment, and stands in the
 * operation log (dataworks-semantics 5.1).
 */
public sealed interface OperatorEvent extends NodeInstanceEvent.Operated {

  /** Why, as the command said. */
  @Nullable String comment();

  /**
   * It is set back to NOT_RUN; its next attempt has the number after its last.
   *
   * @param rerunOf the node that the command named: this one or one before it
   * @param openUpstreams whom it waits for: those that are set back too or have not succeeded
   */
  record NodeInstanceReset(NodeId rerunOf, List<NodeId> openUpstreams, @Nullable String comment)
      implements OperatorEvent {
    public NodeInstanceReset {
      openUpstreams = List.copyOf(openUpstreams);
    }
  }

  /** It had failed and counts as successful. */
  record NodeInstanceSetSuccess(Instant endedAt, @Nullable String comment)
      implements OperatorEvent {}

  /** It was frozen. */
  record NodeInstanceFrozen(@Nullable String comment) implements OperatorEvent {}

  /** It is frozen no more. */
  record NodeInstanceUnfrozen(@Nullable String comment) implements OperatorEvent {}

  /** It has another priority from its next attempt on. */
  record NodeInstancePriorityChanged(int priority, @Nullable String comment)
      implements OperatorEvent {}

  /**
   * It waits for these no longer.
   *
   * @param openUpstreams whom it still waits for
   */
  record NodeInstanceDependencyRemoved(
      List<NodeId> upstreams, List<NodeId> openUpstreams, @Nullable String comment)
      implements OperatorEvent {
    public NodeInstanceDependencyRemoved {
      upstreams = List.copyOf(upstreams);
      openUpstreams = List.copyOf(openUpstreams);
    }
  }

  /**
   * It waits for these instances of other workflow instances no longer.
   *
   * @param awaited what it still waits for
   */
  record NodeInstanceDetached(
      List<NodeInstanceId> upstreams, AwaitedInstances awaited, @Nullable String comment)
      implements OperatorEvent {
    public NodeInstanceDetached {
      upstreams = List.copyOf(upstreams);
    }
  }

  /** It begins although upstream, time or signal would have held it. */
  record NodeInstanceForceStarted(@Nullable String comment) implements OperatorEvent {}

  /** Whether a workflow instance that had ended goes on with it. */
  default boolean reopens() {
    return switch (this) {
      case NodeInstanceReset _, NodeInstanceSetSuccess _, NodeInstanceForceStarted _ -> true;
      case NodeInstanceDependencyRemoved it -> it.openUpstreams().isEmpty();
      case NodeInstanceFrozen _,
          NodeInstanceUnfrozen _,
          NodeInstancePriorityChanged _,
          NodeInstanceDetached _ ->
          false;
    };
  }
}
