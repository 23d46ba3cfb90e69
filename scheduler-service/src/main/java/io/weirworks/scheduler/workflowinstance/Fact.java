package io.weirworks.scheduler.workflowinstance;

import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.NodeInstanceEvent;

/** An event and whom it is about; {@code sequence} is the subject's after it. */
public sealed interface Fact {
  long sequence();

  /** About a node instance. */
  record OfNodeInstance(NodeInstanceId subject, long sequence, NodeInstanceEvent event)
      implements Fact {}

  /** About the workflow instance. */
  record OfWorkflowInstance(WorkflowInstanceId subject, long sequence, WorkflowInstanceEvent event)
      implements Fact {}
}
