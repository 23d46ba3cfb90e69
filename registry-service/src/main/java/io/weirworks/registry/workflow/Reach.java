package io.weirworks.registry.workflow;

import static io.weirworks.registry.decision.RejectionCode.FEATURE_NOT_SUPPORTED_YET;
import static io.weirworks.registry.decision.RejectionCode.INVALID_CONTROL_FLOW;

import io.weirworks.registry.decision.Problems;

/** How far the dependencies of a part of a workflow may reach. */
enum Reach {
  /** To other workflows and other cycles. */
  EVERYWHERE,
  /** A manual workflow runs when asked: it has no cycle before, and others none that is its own. */
  SAME_MANUAL_RUN,
  /** Inside a loop each turn waits for its own nodes; the loop itself may wait for others. */
  SAME_TURN;

  static Reach of(FlowPart part, WorkflowKind kind) {
    if (part.loop() != null) {
      return SAME_TURN;
    }
    return kind.isScheduled() ? EVERYWHERE : SAME_MANUAL_RUN;
  }

  /** Notes a problem where a dependency that leaves the part is not possible. */
  boolean allows(String path, String value, Problems problems) {
    return switch (this) {
      case EVERYWHERE -> true;
      case SAME_MANUAL_RUN -> {
        problems.add(
            FEATURE_NOT_SUPPORTED_YET,
            path,
            value,
            "a dependency inside the manual workflow: it runs when asked and has no cycles");
        yield false;
      }
      case SAME_TURN -> {
        problems.add(
            INVALID_CONTROL_FLOW,
            path,
            value,
            "a dependency inside the same loop; let the loop's own node wait for others");
        yield false;
      }
    };
  }
}
