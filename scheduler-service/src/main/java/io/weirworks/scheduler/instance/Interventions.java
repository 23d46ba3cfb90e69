package io.weirworks.scheduler.instance;

import io.weirworks.scheduler.identity.NodeId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What operators decided for one node instance only (dataworks-semantics 5.1).
 *
 * @param frozen it is not begun, nor begun again, before it is unfrozen; ends with the instance
 * @param priority 1 to 8; null: that of the node
 * @param detached upstream nodes that it waits for no longer, its reruns included
 * @param attemptsBefore the latest attempt before the latest manual rerun; automatic reruns count
 *     from there
 */
public record Interventions(
    boolean frozen, @Nullable Integer priority, Set<NodeId> detached, int attemptsBefore) {

  /** Nobody has touched it. */
  public static final Interventions NONE = new Interventions(false, null, Set.of(), 0);

  public Interventions {
    detached = Set.copyOf(detached);
  }

  Interventions withFrozen(boolean isFrozen) {
    return new Interventions(isFrozen, priority, detached, attemptsBefore);
  }

  Interventions withPriority(int newPriority) {
    return new Interventions(frozen, newPriority, detached, attemptsBefore);
  }

  Interventions without(List<NodeId> upstreams) {
    Set<NodeId> all = new HashSet<>(detached);
    all.addAll(upstreams);
    return new Interventions(frozen, priority, all, attemptsBefore);
  }

  Interventions rerunAfter(int attempt) {
    return new Interventions(frozen, priority, detached, attempt);
  }
}
