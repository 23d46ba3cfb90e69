package io.weirworks.scheduler.workflowinstance.adapter;

import io.weirworks.contract.executor.OutputValue;
import io.weirworks.contract.executor.RunCancelled;
import io.weirworks.contract.executor.RunFailed;
import io.weirworks.contract.executor.RunLost;
import io.weirworks.contract.executor.RunQueued;
import io.weirworks.contract.executor.RunRefused;
import io.weirworks.contract.executor.RunStarted;
import io.weirworks.contract.executor.RunSucceeded;
import io.weirworks.contract.executor.RunUnconfirmed;
import io.weirworks.messaging.Handler;
import io.weirworks.scheduler.controlflow.LoopVariables;
import io.weirworks.scheduler.controlflow.RunOutput;
import io.weirworks.scheduler.instance.RunFact;
import io.weirworks.schemas.RunError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What executor-service tells of runs, as the core's facts. */
public final class RunEvents {

  /** Failures that no automatic rerun follows (dataworks-semantics 3.8). */
  private static final Set<String> TIME_OUTS =
      Set.of(RunError.TIMED_OUT.code(), RunError.CHECK_TIMED_OUT.code());

  private RunEvents() {}

  /** A handler for each event of a run. */
  public static List<Handler<?>> handlers(WorkflowInstances instances) {
    return List.of(
        new RunEventHandler<>(
            instances,
            RunQueued.class,
            RunQueued::getWorkflowInstanceId,
            RunQueued::getNodeInstanceId,
            (event, sequence) -> new RunFact.Queued(event.getAttempt(), sequence)),
        new RunEventHandler<>(
            instances,
            RunStarted.class,
            RunStarted::getWorkflowInstanceId,
            RunStarted::getNodeInstanceId,
            (event, sequence) ->
                new RunFact.Started(event.getAttempt(), sequence, event.getStartedAt())),
        new RunEventHandler<>(
            instances,
            RunUnconfirmed.class,
            RunUnconfirmed::getWorkflowInstanceId,
            RunUnconfirmed::getNodeInstanceId,
            (event, sequence) -> new RunFact.Unconfirmed(event.getAttempt(), sequence)),
        new RunEventHandler<>(
            instances,
            RunSucceeded.class,
            RunSucceeded::getWorkflowInstanceId,
            RunSucceeded::getNodeInstanceId,
            RunEvents::succeeded),
        new RunEventHandler<>(
            instances,
            RunFailed.class,
            RunFailed::getWorkflowInstanceId,
            RunFailed::getNodeInstanceId,
            RunEvents::failed),
        new RunEventHandler<>(
            instances,
            RunLost.class,
            RunLost::getWorkflowInstanceId,
            RunLost::getNodeInstanceId,
            RunEvents::lost),
        new RunEventHandler<>(
            instances,
            RunCancelled.class,
            RunCancelled::getWorkflowInstanceId,
            RunCancelled::getNodeInstanceId,
            RunEvents::cancelled),
        new RunEventHandler<>(
            instances,
            RunRefused.class,
            RunRefused::getWorkflowInstanceId,
            RunRefused::getNodeInstanceId,
            RunEvents::refused));
  }

  private static RunFact succeeded(RunSucceeded event, long sequence) {
    return new RunFact.Succeeded(
        event.getAttempt(),
        sequence,
        event.getStartedAt(),
        event.getEndedAt(),
        output(event.getOutputs().get(LoopVariables.OUTPUTS)));
  }

  private static RunOutput output(@Nullable OutputValue output) {
    if (output == null) {
      return RunOutput.NONE;
    }
    return switch (output.getKind()) {
      case ELEMENTS ->
          new RunOutput(
              new io.weirworks.scheduler.controlflow.OutputValue.Elements(output.getElements()),
              output.getTruncated());
      case TABLE ->
          new RunOutput(
              new io.weirworks.scheduler.controlflow.OutputValue.Table(rows(output.getRows())),
              output.getTruncated());
      case UNKNOWN -> RunOutput.NONE;
    };
  }

  private static List<List<@Nullable String>> rows(List<List<String>> read) {
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (List<String> row : read) {
      rows.add(new ArrayList<@Nullable String>(row));
    }
    return rows;
  }

  static RunFact failed(RunFailed event, long sequence) {
    return new RunFact.Failed(
        event.getAttempt(),
        sequence,
        TIME_OUTS.contains(event.getCode()) ? RunFact.Cause.TIMEOUT : RunFact.Cause.ERROR,
        event.getCode(),
        event.getMessage(),
        event.getExitCode(),
        event.getStartedAt(),
        event.getEndedAt());
  }

  private static RunFact lost(RunLost event, long sequence) {
    return new RunFact.Failed(
        event.getAttempt(),
        sequence,
        RunFact.Cause.LOST,
        event.getCode(),
        event.getMessage(),
        null,
        event.getStartedAt(),
        event.getEndedAt());
  }

  private static RunFact cancelled(RunCancelled event, long sequence) {
    return new RunFact.Cancelled(
        event.getAttempt(), sequence, event.getStartedAt(), event.getEndedAt());
  }

  private static RunFact refused(RunRefused event, long sequence) {
    return new RunFact.Refused(event.getAttempt(), sequence, event.getCode(), event.getMessage());
  }
}
