package io.weirworks.executor.run.adapter;

import io.weirworks.contract.executor.RunCancelled;
import io.weirworks.contract.executor.RunFailed;
import io.weirworks.contract.executor.RunLost;
import io.weirworks.contract.executor.RunQueued;
import io.weirworks.contract.executor.RunRefused;
import io.weirworks.contract.executor.RunStarted;
import io.weirworks.contract.executor.RunSucceeded;
import io.weirworks.contract.executor.RunUnconfirmed;
import io.weirworks.executor.run.Report;
import io.weirworks.executor.run.Run;
import io.weirworks.executor.run.RunEnd;
import io.weirworks.executor.run.RunEvent;
import io.weirworks.executor.run.RunIdentity;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Events of runs as the contract has them. */
final class RunEvents {

  private RunEvents() {}

  /**
   * Maps an event.
   *
   * @param run the state after it
   */
  static SpecificRecord of(Run run, RunEvent event) {
    return switch (event) {
      case RunEvent.Queued _, RunEvent.Requeued _ -> queued(run);
      case RunEvent.Untold _ -> throw new IllegalStateException(event + " is not told");
      case RunEvent.Refused refused -> refused(run.identity(), refused.why());
      case RunEvent.Started started -> started(run.identity(), started);
      case RunEvent.WentSilent silent -> unconfirmed(run.identity(), silent);
      case RunEvent.Ended ended ->
          switch (ended.end()) {
            case RunEnd.Succeeded _ -> succeeded(run, ended);
            case RunEnd.Failed(String code, String message) -> failed(run, ended, code, message);
            case RunEnd.Cancelled(String reason) -> cancelled(run, ended, reason);
            case RunEnd.Lost(String code, String message) -> lost(run, ended, code, message);
            case RunEnd.Refused refused -> refused(run.identity(), refused);
          };
    };
  }

  private static SpecificRecord queued(Run run) {
    RunIdentity id = run.identity();
    return new RunQueued(
        id.runId(),
        id.attempt(),
        id.nodeInstanceId(),
        id.workflowInstanceId(),
        run.demand().resourceGroup(),
        run.demand().priority(),
        run.demand().computeUnitsMilli());
  }

  private static SpecificRecord refused(RunIdentity id, RunEnd.Refused why) {
    return RunRefused.newBuilder()
        .setRunId(id.runId())
        .setAttempt(id.attempt())
        .setNodeInstanceId(id.nodeInstanceId())
        .setWorkflowInstanceId(id.workflowInstanceId())
        .setCode(why.code())
        .setMessage(why.message())
        .setField(why.field())
        .build();
  }

  private static SpecificRecord started(RunIdentity id, RunEvent.Started event) {
    return RunStarted.newBuilder()
        .setRunId(id.runId())
        .setAttempt(id.attempt())
        .setNodeInstanceId(id.nodeInstanceId())
        .setWorkflowInstanceId(id.workflowInstanceId())
        .setHolder(event.holder())
        .setEpoch(event.epoch())
        .setEngineApplicationId(event.applicationId())
        .setStartedAt(event.startedAt())
        .setWorkspace(id.workspace())
        .setWorkflow(id.workflow())
        .setNode(id.node())
        .setBizdate(id.bizdate())
        .build();
  }

  private static SpecificRecord unconfirmed(RunIdentity id, RunEvent.WentSilent event) {
    return RunUnconfirmed.newBuilder()
        .setRunId(id.runId())
        .setAttempt(id.attempt())
        .setNodeInstanceId(id.nodeInstanceId())
        .setWorkflowInstanceId(id.workflowInstanceId())
        .setHolder(event.holder())
        .setEpoch(event.epoch())
        .setLastHeardAt(event.lastHeardAt())
        .build();
  }

  private static @Nullable Instant startedAt(Run run) {
    return run.status().startedAtOrNull();
  }

  private static SpecificRecord succeeded(Run run, RunEvent.Ended event) {
    RunIdentity id = run.identity();
    Report.Facts facts = event.facts();
    ReportedDetail detail = ReportedDetail.of(event.detail());
    return RunSucceeded.newBuilder()
        .setRunId(id.runId())
        .setAttempt(id.attempt())
        .setNodeInstanceId(id.nodeInstanceId())
        .setWorkflowInstanceId(id.workflowInstanceId())
        .setWorkspaceId(id.workspaceId())
        .setWorkspace(id.workspace())
        .setWorkflowId(id.workflowId())
        .setWorkflow(id.workflow())
        .setNodeId(id.nodeId())
        .setNode(id.node())
        .setCommand(id.command())
        .setLanguage(id.language())
        .setComputingResource(id.computingResource())
        .setBizdate(id.bizdate())
        .setExitCode(facts.exitCode())
        .setEngineApplicationId(run.applicationId())
        .setOutputs(detail.outputs())
        .setStatements(detail.statements())
        .setStatementsOmitted(detail.statementsOmitted())
        .setMetrics(facts.metrics())
        .setStartedAt(startedAt(run))
        .setEndedAt(facts.endedAt())
        .build();
  }

  private static SpecificRecord failed(Run run, RunEvent.Ended event, String code, String message) {
    RunIdentity id = run.identity();
    Report.Facts facts = event.facts();
    ReportedDetail detail = ReportedDetail.of(event.detail());
    return RunFailed.newBuilder()
        .setRunId(id.runId())
        .setAttempt(id.attempt())
        .setNodeInstanceId(id.nodeInstanceId())
        .setWorkflowInstanceId(id.workflowInstanceId())
        .setWorkspaceId(id.workspaceId())
        .setWorkspace(id.workspace())
        .setWorkflowId(id.workflowId())
        .setWorkflow(id.workflow())
        .setNodeId(id.nodeId())
        .setNode(id.node())
        .setCommand(id.command())
        .setLanguage(id.language())
        .setComputingResource(id.computingResource())
        .setBizdate(id.bizdate())
        .setCode(code)
        .setMessage(message)
        .setExitCode(facts.exitCode())
        .setEngineApplicationId(run.applicationId())
        .setStatements(detail.statements())
        .setStatementsOmitted(detail.statementsOmitted())
        .setMetrics(facts.metrics())
        .setStartedAt(startedAt(run))
        .setEndedAt(facts.endedAt())
        .build();
  }

  private static SpecificRecord cancelled(Run run, RunEvent.Ended event, @Nullable String reason) {
    RunIdentity id = run.identity();
    Report.Facts facts = event.facts();
    ReportedDetail detail = ReportedDetail.of(event.detail());
    return RunCancelled.newBuilder()
        .setRunId(id.runId())
        .setAttempt(id.attempt())
        .setNodeInstanceId(id.nodeInstanceId())
        .setWorkflowInstanceId(id.workflowInstanceId())
        .setWorkspaceId(id.workspaceId())
        .setWorkspace(id.workspace())
        .setWorkflowId(id.workflowId())
        .setWorkflow(id.workflow())
        .setNodeId(id.nodeId())
        .setNode(id.node())
        .setCommand(id.command())
        .setLanguage(id.language())
        .setComputingResource(id.computingResource())
        .setBizdate(id.bizdate())
        .setReason(reason)
        .setEngineApplicationId(run.applicationId())
        .setStatements(detail.statements())
        .setStatementsOmitted(detail.statementsOmitted())
        .setMetrics(facts.metrics())
        .setStartedAt(startedAt(run))
        .setEndedAt(facts.endedAt())
        .build();
  }

  private static SpecificRecord lost(Run run, RunEvent.Ended event, String code, String message) {
    RunIdentity id = run.identity();
    return RunLost.newBuilder()
        .setRunId(id.runId())
        .setAttempt(id.attempt())
        .setNodeInstanceId(id.nodeInstanceId())
        .setWorkflowInstanceId(id.workflowInstanceId())
        .setWorkspaceId(id.workspaceId())
        .setWorkspace(id.workspace())
        .setWorkflowId(id.workflowId())
        .setWorkflow(id.workflow())
        .setNodeId(id.nodeId())
        .setNode(id.node())
        .setCommand(id.command())
        .setLanguage(id.language())
        .setComputingResource(id.computingResource())
        .setBizdate(id.bizdate())
        .setCode(code)
        .setMessage(message)
        .setEngineApplicationId(run.applicationId())
        .setStartedAt(startedAt(run))
        .setEndedAt(event.facts().endedAt())
        .build();
  }
}
