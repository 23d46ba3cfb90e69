package io.weirworks.standalone.follow;

import io.weirworks.contract.scheduler.BackfillCounts;
import io.weirworks.contract.scheduler.BackfillOrder;
import io.weirworks.contract.scheduler.BackfillState;
import io.weirworks.contract.scheduler.BaselineFinish;
import io.weirworks.contract.scheduler.BaselineInstanceState;
import io.weirworks.contract.scheduler.BaselineKind;
import io.weirworks.contract.scheduler.BaselineState;
import io.weirworks.contract.scheduler.BaselineStatus;
import io.weirworks.contract.scheduler.BaselineStep;
import io.weirworks.contract.scheduler.BaselineTask;
import io.weirworks.contract.scheduler.BaselineTrouble;
import io.weirworks.contract.scheduler.BaselineTroubledTask;
import io.weirworks.contract.scheduler.FlowStatus;
import io.weirworks.contract.scheduler.InstanceStatus;
import io.weirworks.contract.scheduler.NodeCounts;
import io.weirworks.contract.scheduler.NodeInstanceState;
import io.weirworks.contract.scheduler.WaitReason;
import io.weirworks.contract.scheduler.WorkflowInstanceState;
import io.weirworks.contract.scheduler.WorkflowInstanceType;
import java.time.Instant;
import java.util.List;

/** State records of a scheduler that is not there. */
public final class States {

  public static final Instant START = Instant.parse("2026-11-20T06:00:00Z");

  private States() {}

  /** A node instance {@code <instance>-<node>} of workflow "flow" in workspace "default". */
  public static NodeInstanceState node(String instance, String node, InstanceStatus status) {
    boolean ended = status == InstanceStatus.SUCCESS || status == InstanceStatus.FAILURE;
    boolean started = ended || status == InstanceStatus.RUNNING;
    return NodeInstanceState.newBuilder()
        .setNodeInstanceId(instance + "-" + node)
        .setWorkflowInstanceId(instance)
        .setType(WorkflowInstanceType.MANUAL)
        .setWorkspaceId("w")
        .setWorkspace("default")
        .setWorkflowId("f")
        .setWorkflow("flow")
        .setWorkflowVersion(1)
        .setNodeId(node)
        .setNode(node)
        .setCommand("EMR_SHELL")
        .setBizdate("2001-01-01")
        .setScheduledTime(START)
        .setStatus(status)
        .setWaitReason(ended ? null : started ? WaitReason.RUN_END : WaitReason.UPSTREAM)
        .setCode(status == InstanceStatus.FAILURE ? "ExitCode" : null)
        .setMessage(status == InstanceStatus.FAILURE ? "it ended with 1" : null)
        .setCreatedAt(START)
        .setStartedAt(started ? START.plusSeconds(1) : null)
        .setEndedAt(ended ? START.plusSeconds(75) : null)
        .build();
  }

  /** A workflow instance of that workflow; one of two nodes. */
  public static WorkflowInstanceState instance(String id, FlowStatus status) {
    return WorkflowInstanceState.newBuilder()
        .setWorkflowInstanceId(id)
        .setType(WorkflowInstanceType.MANUAL)
        .setWorkspaceId("w")
        .setWorkspace("default")
        .setWorkflowId("f")
        .setWorkflow("flow")
        .setWorkflowVersion(1)
        .setBizdate("2001-01-01")
        .setScheduledTime(START)
        .setStatus(status)
        .setCounts(new NodeCounts(2, 0, 0, 1, 1, 0, 0))
        .setCreatedAt(START)
        .build();
  }

  /** A backfill of that workflow over two dates. */
  public static BackfillState backfill(String id, FlowStatus status) {
    return BackfillState.newBuilder()
        .setBackfillId(id)
        .setName("b")
        .setWorkspaceId("w")
        .setWorkspace("default")
        .setWorkflowId("f")
        .setWorkflow("flow")
        .setWorkflowVersion(1)
        .setFromBizdate("2001-01-01")
        .setToBizdate("2001-01-02")
        .setParallelism(1)
        .setOrder(BackfillOrder.ASC)
        .setStatus(status)
        .setCounts(new BackfillCounts(2, 0, 1, 1, 0, 0))
        .setStartedAt(START)
        .build();
  }

  /** The same as part of a backfill. */
  public static WorkflowInstanceState of(
      String backfill, String bizdate, WorkflowInstanceState instance) {
    return WorkflowInstanceState.newBuilder(instance)
        .setBackfillId(backfill)
        .setBizdate(bizdate)
        .build();
  }

  /** The same as part of a backfill. */
  public static NodeInstanceState of(String backfill, String bizdate, NodeInstanceState node) {
    return NodeInstanceState.newBuilder(node).setBackfillId(backfill).setBizdate(bizdate).build();
  }

  /** A baseline over node "load" of that workflow, committed 08:00. */
  public static BaselineState baseline(String id, String name) {
    return BaselineState.newBuilder()
        .setBaselineId(id)
        .setWorkspaceId("w")
        .setWorkspace("default")
        .setName(name)
        .setKind(BaselineKind.DAY)
        .setTasks(List.of(new BaselineTask("f", "flow", "load", "load")))
        .setPriority(5)
        .setCommittedTimes(List.of("08:00"))
        .setAlertMarginMinutes(30)
        .setTimeZone("UTC")
        .setOpenedThrough("2001-01-03")
        .setDefinedAt(START)
        .build();
  }

  /** What it watches; it warns, since "load" is slow, ten minutes before the committed time. */
  public static BaselineInstanceState baselineInstance(String id, String name, String bizdate) {
    return BaselineInstanceState.newBuilder()
        .setBaselineInstanceId(id)
        .setBaselineId("base")
        .setWorkspace("default")
        .setBaseline(name)
        .setBizdate(bizdate)
        .setCycle(1)
        .setPriority(5)
        .setAlertTime(START)
        .setCommittedTime(START.plusSeconds(1800))
        .setStatus(BaselineStatus.WARNING)
        .setFinish(BaselineFinish.UNFINISHED)
        .setEstimatedFinish(START.plusSeconds(1200))
        .setMarginMs(600_000L)
        .setKeyPath(
            List.of(
                new BaselineStep(
                    id + "-load",
                    id,
                    "flow",
                    "load",
                    START,
                    START,
                    START.plusSeconds(1200),
                    false)))
        .setTroubles(
            List.of(
                new BaselineTroubledTask(BaselineTrouble.SLOW, id + "-load", "flow", "load", 1)))
        .setWatched(true)
        .setOpenedAt(START)
        .build();
  }
}
