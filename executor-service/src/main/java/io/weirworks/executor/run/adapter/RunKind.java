package io.weirworks.executor.run.adapter;

import io.weirworks.contract.executor.RunState;
import io.weirworks.executor.run.Run;
import io.weirworks.executor.run.RunEnd;
import io.weirworks.executor.run.RunEvent;
import io.weirworks.executor.run.RunEvolution;
import io.weirworks.executor.run.RunIdentity;
import io.weirworks.executor.run.RunStatus;
import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.SubjectTable;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Runs as messaging keeps and tells them; in order with everything of their workflow instance. */
public final class RunKind implements SubjectKind<Run, RunEvent> {

  public static final RunKind RUN = new RunKind();

  private static final RunTable TABLE = new RunTable();

  private RunKind() {}

  static SubjectRef<Run, RunEvent> ref(String runId) {
    return new SubjectRef<>(RUN, runId);
  }

  @Override
  public String name() {
    return "run";
  }

  @Override
  public SubjectTable<Run> table() {
    return TABLE;
  }

  @Override
  public Run evolve(@Nullable Run run, RunEvent event) {
    return RunEvolution.evolve(run, event);
  }

  @Override
  public String orderingKey(Run run) {
    return run.identity().workflowInstanceId();
  }

  @Override
  public String workspace(Run run) {
    return run.identity().workspace();
  }

  @Override
  public SpecificRecord event(Run run, RunEvent event) {
    return RunEvents.of(run, event);
  }

  @Override
  public Class<? extends SpecificRecord> stateType() {
    return RunState.class;
  }

  @Override
  public SpecificRecord stateRecord(Run run) {
    RunIdentity identity = run.identity();
    RunState.Builder state =
        RunState.newBuilder()
            .setRunId(identity.runId())
            .setAttempt(identity.attempt())
            .setNodeInstanceId(identity.nodeInstanceId())
            .setWorkflowInstanceId(identity.workflowInstanceId())
            .setWorkspaceId(identity.workspaceId())
            .setWorkspace(identity.workspace())
            .setWorkflowId(identity.workflowId())
            .setWorkflow(identity.workflow())
            .setNodeId(identity.nodeId())
            .setNode(identity.node())
            .setCommand(identity.command())
            .setLanguage(identity.language())
            .setComputingResource(identity.computingResource())
            .setBizdate(identity.bizdate())
            .setStatus(Statuses.of(run.status()))
            .setResourceGroup(run.demand().resourceGroup())
            .setPriority(run.demand().priority())
            .setComputeUnitsMilli(run.demand().computeUnitsMilli())
            .setHolder(run.holder())
            .setEpoch(run.epoch())
            .setEngineApplicationId(run.applicationId())
            .setQueuedAt(run.queuedAt())
            .setStartedAt(run.status().startedAtOrNull());
    if (run.status() instanceof RunStatus.Ended ended) {
      state
          .setExitCode(ended.exitCode())
          .setCancelRequested(ended.end() instanceof RunEnd.Cancelled)
          .setCode(Statuses.code(ended.end()))
          .setMessage(Statuses.message(ended.end()))
          .setMetrics(ended.metrics())
          .setEndedAt(ended.endedAt());
    }
    return state.build();
  }
}
