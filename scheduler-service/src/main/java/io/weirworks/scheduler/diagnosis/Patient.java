package io.weirworks.scheduler.diagnosis;

import io.weirworks.scheduler.instance.InstanceStatus;
import io.weirworks.scheduler.instance.Wait;
import io.weirworks.scheduler.instance.WaitReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a diagnosis looks at of one node instance.
 *
 * @param id of the node instance
 * @param node name of the node
 * @param waiting why it has not ended; null: it has
 * @param blockedBy ids of the instances that it waits for: upstream ones, or those inside a loop
 * @param frozen an operator froze it
 * @param attempt the latest; 0: it was never handed to the executor
 * @param code why it failed; null: it did not
 * @param message why it failed, or what it waits for that never comes; for people
 */
public record Patient(
    String id,
    String node,
    InstanceStatus status,
    @Nullable Wait waiting,
    List<String> blockedBy,
    boolean frozen,
    Instant scheduledTime,
    int attempt,
    @Nullable String code,
    @Nullable String message) {
  public Patient {
    blockedBy = List.copyOf(blockedBy);
  }

  /** Whether something else than its upstream keeps it from succeeding: the walk may end here. */
  boolean isRoot() {
    return status != InstanceStatus.SUCCESS && (blockedBy.isEmpty() || frozen || waitsInVain());
  }

  private boolean waitsInVain() {
    return waiting != null && waiting.reason() == WaitReason.UPSTREAM_NEVER;
  }
}
