package io.weirworks.scheduler.workflowinstance;

import io.weirworks.scheduler.controlflow.Inputs;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.RunId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.AwaitedInstance;
import io.weirworks.scheduler.instance.Operation;
import io.weirworks.scheduler.instance.Timer;
import io.weirworks.scheduler.parameter.ParameterValues;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a decision asks of others or of the clock, in the same transaction as its facts. */
public sealed interface Effect {

  /** Send RunNode. {@code priority}: null: that of the node. */
  record DispatchRun(
      RunId run,
      NodeInstanceId nodeInstance,
      NodeId node,
      int attempt,
      @Nullable Integer priority,
      ParameterValues parameters,
      Inputs inputs)
      implements Effect {}

  /** Ask the executor to end the run. */
  record StopRun(RunId run, NodeInstanceId nodeInstance, @Nullable String reason)
      implements Effect {}

  /** Ask an instance of another workflow instance how it stands, now and whenever that changes. */
  record AwaitOutcome(NodeInstanceId nodeInstance, AwaitedInstance upstream) implements Effect {}

  /** Write down what an operator did to a node instance or the workflow instance. */
  record LogOperation(UUID instance, Operation operation) implements Effect {}

  /** Set the timer of this kind. */
  record SetTimer(NodeInstanceId nodeInstance, Timer timer) implements Effect {}

  /** Clear the timer of this kind. */
  record ClearTimer(NodeInstanceId nodeInstance, Timer.Kind kind) implements Effect {}

  /**
   * Tell the backfill how the workflow instance ended. {@code sequence} is the workflow instance's.
   */
  record ReportWorkflowInstance(
      BackfillId backfill,
      WorkflowInstanceId workflowInstance,
      long sequence,
      LocalDate bizdate,
      FlowStatus status)
      implements Effect {}
}
