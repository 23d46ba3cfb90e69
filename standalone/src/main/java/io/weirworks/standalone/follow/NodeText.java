package io.weirworks.standalone.follow;

import io.weirworks.contract.scheduler.NodeInstanceState;
import io.weirworks.contract.scheduler.WaitReason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A node instance in few words. */
public final class NodeText {

  private static final int SECONDS_OF_MINUTE = 60;

  private NodeText() {}

  static boolean ended(NodeInstanceState node) {
    return node.getEndedAt() != null;
  }

  static char symbol(NodeInstanceState node) {
    return switch (node.getStatus()) {
      case NOT_RUN, WAIT_TIME, WAIT_RESOURCE, UNKNOWN -> '·';
      case RUNNING, CHECKING, CHECKING_CONDITION -> '●';
      case SUCCESS -> '✓';
      case FAILURE -> '✗';
    };
  }

  /** The status with what it waits for or why it failed. */
  public static String status(NodeInstanceState node) {
    String status = node.getStatus().name();
    if (ended(node)) {
      return node.getCode() == null ? status : status + " " + node.getCode();
    }
    WaitReason reason = node.getWaitReason();
    return reason == null || reason == WaitReason.RUN_END ? status : status + " " + reason;
  }

  /** From the start to the end or until now; empty where it has not started. */
  static String duration(NodeInstanceState node, Instant now) {
    Instant start = node.getStartedAt();
    return start == null ? "" : duration(start, node.getEndedAt(), now);
  }

  static String duration(Instant start, @Nullable Instant end, Instant now) {
    long seconds = Math.max(0, Duration.between(start, end == null ? now : end).toSeconds());
    return seconds < SECONDS_OF_MINUTE
        ? seconds + " s"
        : "%d min %d s".formatted(seconds / SECONDS_OF_MINUTE, seconds % SECONDS_OF_MINUTE);
  }
}
