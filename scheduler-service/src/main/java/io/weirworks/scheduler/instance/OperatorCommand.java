package io.weirworks.scheduler.instance;

import io.weirworks.scheduler.identity.NodeInstanceId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operator can do to one node instance (dataworks-semantics 5.1); a rerun concerns others
 * too and is decided by the workflow instance.
 */
public sealed interface OperatorCommand extends NodeInstanceCommand.Operate {

  /** Let a failed one count as successful. */
  record SetSuccess(@Nullable String comment) implements OperatorCommand {}

  /** Do not begin it until it is unfrozen. */
  record Freeze(@Nullable String comment) implements OperatorCommand {}

  /** Let it go on. */
  record Unfreeze(@Nullable String comment) implements OperatorCommand {}

  /** Change its priority, 1 to 8. */
  record ChangePriority(int priority, @Nullable String comment) implements OperatorCommand {}

  /** Let it wait no longer for these direct upstream instances. */
  record RemoveDependency(Set<NodeInstanceId> upstreams, @Nullable String comment)
      implements OperatorCommand {
    public RemoveDependency {
      upstreams = Set.copyOf(upstreams);
    }
  }

  /** Begin it now, whatever upstream and clock say. */
  record ForceStart(@Nullable String comment) implements OperatorCommand {}

  /** Whether it lets something begin, which a workflow instance that is being cancelled refuses. */
  default boolean letsBegin() {
    return switch (this) {
      case SetSuccess _, RemoveDependency _, ForceStart _ -> true;
      case Freeze _, Unfreeze _, ChangePriority _ -> false;
    };
  }
}
