package io.weirworks.scheduler.controlflow.adapter;

import io.weirworks.scheduler.controlflow.Signal;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.SignalId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import java.time.Instant;

/**
 * The latest signal for an instance of a trigger node.
 *
 * @param nodeInstance need not exist yet
 * @param workspace its name
 * @param workflow its name
 * @param node its name
 */
public record SignalRow(
    SignalId id,
    NodeInstanceId nodeInstance,
    WorkflowInstanceId workflowInstance,
    String workspace,
    String workflow,
    String node,
    Instant scheduledTime,
    Instant receivedAt) {

  /** As the core has it. */
  public Signal signal() {
    return new Signal(receivedAt);
  }
}
