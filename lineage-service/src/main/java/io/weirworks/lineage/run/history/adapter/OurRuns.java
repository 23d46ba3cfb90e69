package io.weirworks.lineage.run.history.adapter;

import io.weirworks.contract.executor.RunCancelled;
import io.weirworks.contract.executor.RunFailed;
import io.weirworks.contract.executor.RunLost;
import io.weirworks.contract.executor.RunStarted;
import io.weirworks.contract.executor.RunSucceeded;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.run.history.KnownRun;
import io.weirworks.lineage.run.history.RunState;
import io.weirworks.lineage.run.history.Standing;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs of ours as the executor tells them; their job is the node, as in lineage. Messages are not
 * kept: they may repeat what a script printed.
 */
public final class OurRuns {

  private OurRuns() {}

  /** Empty of an executor that does not say yet which node began (contract before version 5). */
  static Optional<KnownRun> of(RunStarted event) {
    String workspace = event.getWorkspace();
    String workflow = event.getWorkflow();
    String node = event.getNode();
    return workspace == null || workflow == null || node == null
        ? Optional.empty()
        : Optional.of(
            KnownRun.ours(
                event.getRunId(),
                new Standing(
                    RunState.RUNNING, event.getStartedAt(), job(workspace, workflow, node)),
                event.getStartedAt(),
                args(
                    event.getNodeInstanceId(),
                    event.getWorkflowInstanceId(),
                    event.getBizdate(),
                    null)));
  }

  public static KnownRun of(RunSucceeded event) {
    return KnownRun.ours(
        event.getRunId(),
        new Standing(
            RunState.COMPLETED,
            event.getEndedAt(),
            job(event.getWorkspace(), event.getWorkflow(), event.getNode())),
        event.getStartedAt(),
        args(event.getNodeInstanceId(), event.getWorkflowInstanceId(), event.getBizdate(), null));
  }

  public static KnownRun of(RunFailed event) {
    return KnownRun.ours(
        event.getRunId(),
        new Standing(
            RunState.FAILED,
            event.getEndedAt(),
            job(event.getWorkspace(), event.getWorkflow(), event.getNode())),
        event.getStartedAt(),
        args(
            event.getNodeInstanceId(),
            event.getWorkflowInstanceId(),
            event.getBizdate(),
            event.getCode()));
  }

  public static KnownRun of(RunCancelled event) {
    return KnownRun.ours(
        event.getRunId(),
        new Standing(
            RunState.ABORTED,
            event.getEndedAt(),
            job(event.getWorkspace(), event.getWorkflow(), event.getNode())),
        event.getStartedAt(),
        args(event.getNodeInstanceId(), event.getWorkflowInstanceId(), event.getBizdate(), null));
  }

  /** Marquez has no state for what nobody knows: it did not succeed, and the code says why. */
  public static KnownRun of(RunLost event) {
    return KnownRun.ours(
        event.getRunId(),
        new Standing(
            RunState.FAILED,
            event.getEndedAt(),
            job(event.getWorkspace(), event.getWorkflow(), event.getNode())),
        event.getStartedAt(),
        args(
            event.getNodeInstanceId(),
            event.getWorkflowInstanceId(),
            event.getBizdate(),
            event.getCode()));
  }

  private static Job job(String workspace, String workflow, String node) {
    return new Job(workspace, workflow + "." + node);
  }

  private static Map<String, String> args(
      String nodeInstance,
      String workflowInstance,
      @Nullable String bizdate,
      @Nullable String code) {
    Map<String, String> args = new HashMap<>();
    args.put("nodeInstanceId", nodeInstance);
    args.put("workflowInstanceId", workflowInstance);
    if (bizdate != null) {
      args.put("bizdate", bizdate);
    }
    if (code != null) {
      args.put("code", code);
    }
    return args;
  }
}
