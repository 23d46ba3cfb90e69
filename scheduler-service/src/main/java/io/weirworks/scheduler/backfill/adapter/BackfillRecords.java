package io.weirworks.scheduler.backfill.adapter;

import io.weirworks.contract.scheduler.BackfillCompleted;
import io.weirworks.contract.scheduler.BackfillCounts;
import io.weirworks.contract.scheduler.BackfillOrder;
import io.weirworks.contract.scheduler.BackfillStarted;
import io.weirworks.contract.scheduler.BackfillState;
import io.weirworks.contract.scheduler.FlowStatus;
import io.weirworks.scheduler.backfill.BackfillEvent;
import io.weirworks.scheduler.backfill.BackfillPlan;
import org.apache.avro.specific.SpecificRecord;

/** Events and state record of a backfill as the contract has them. */
final class BackfillRecords {

  private BackfillRecords() {}

  /**
   * @param row after the event
   */
  static SpecificRecord event(BackfillRow row, BackfillChange change) {
    return switch (change) {
      case BackfillChange.Started started -> started(row, started);
      case BackfillChange.Happened(BackfillEvent.BackfillCompleted event, var _) ->
          BackfillCompleted.newBuilder()
              .setBackfillId(row.backfill().plan().id().value().toString())
              .setStatus(FlowStatus.valueOf(event.status().name()))
              .setCounts(counts(event.counts()))
              .build();
      case BackfillChange.Happened(var event, var _) ->
          throw new IllegalArgumentException(event + " is not told");
    };
  }

  private static BackfillStarted started(BackfillRow row, BackfillChange.Started change) {
    BackfillPlan plan = change.event().plan();
    return BackfillStarted.newBuilder()
        .setBackfillId(plan.id().value().toString())
        .setName(row.name())
        .setWorkspaceId(row.names().workspaceId())
        .setWorkspace(row.names().workspace())
        .setWorkflowId(plan.workflow().value())
        .setWorkflow(row.names().workflow())
        .setWorkflowVersion(plan.version())
        .setFromBizdate(plan.from().toString())
        .setToBizdate(plan.to().toString())
        .setParallelism(plan.parallelism())
        .setOrder(BackfillOrder.valueOf(plan.order().name()))
        .setParameters(plan.constants())
        .setWorkflowInstances(plan.size())
        .build();
  }

  static BackfillState state(BackfillRow row) {
    BackfillPlan plan = row.backfill().plan();
    return BackfillState.newBuilder()
        .setBackfillId(plan.id().value().toString())
        .setName(row.name())
        .setWorkspaceId(row.names().workspaceId())
        .setWorkspace(row.names().workspace())
        .setWorkflowId(plan.workflow().value())
        .setWorkflow(row.names().workflow())
        .setWorkflowVersion(plan.version())
        .setFromBizdate(plan.from().toString())
        .setToBizdate(plan.to().toString())
        .setParallelism(plan.parallelism())
        .setOrder(BackfillOrder.valueOf(plan.order().name()))
        .setParameters(plan.constants())
        .setStatus(FlowStatus.valueOf(row.backfill().state().status().name()))
        .setCancelRequested(row.cancelRequested())
        .setCounts(counts(row.backfill().counts()))
        .setStartedAt(row.startedAt())
        .setEndedAt(row.endedAt())
        .build();
  }

  private static BackfillCounts counts(io.weirworks.scheduler.backfill.BackfillCounts counts) {
    return new BackfillCounts(
        counts.total(),
        counts.waiting(),
        counts.running(),
        counts.succeeded(),
        counts.failed(),
        counts.cancelled());
  }
}
