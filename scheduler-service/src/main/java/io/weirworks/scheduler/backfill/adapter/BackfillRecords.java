package io.weirworks.scheduler.backfill.adapter;

import io.weirworks.contract.scheduler.BackfillBegun;
import io.weirworks.contract.scheduler.BackfillCompleted;
import io.weirworks.contract.scheduler.BackfillCounts;
import io.weirworks.contract.scheduler.BackfillOrder;
import io.weirworks.contract.scheduler.BackfillPaused;
import io.weirworks.contract.scheduler.BackfillResumed;
import io.weirworks.contract.scheduler.BackfillStarted;
import io.weirworks.contract.scheduler.BackfillState;
import io.weirworks.contract.scheduler.BackfillUnit;
import io.weirworks.contract.scheduler.BizdateRange;
import io.weirworks.contract.scheduler.FlowStatus;
import io.weirworks.scheduler.backfill.BackfillEvent;
import io.weirworks.scheduler.backfill.BackfillPlan;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.workflow.Part;
import java.util.List;
import java.util.Set;
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
      case BackfillChange.Happened(BackfillEvent.BackfillBegun _, var _) ->
          new BackfillBegun(id(row));
      case BackfillChange.Happened(BackfillEvent.BackfillPaused(String reason), var _) ->
          new BackfillPaused(id(row), reason);
      case BackfillChange.Happened(BackfillEvent.BackfillResumed _, var _) ->
          new BackfillResumed(id(row));
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
        .setFromBizdate(plan.ranges().getFirst().from().toString())
        .setToBizdate(plan.ranges().getFirst().to().toString())
        .setFurtherRanges(furtherRanges(plan))
        .setParallelism(plan.parallelism())
        .setOrder(BackfillOrder.valueOf(plan.order().name()))
        .setParameters(plan.constants())
        .setWorkflowInstances(plan.size())
        .setUnits(change.event().units().stream().map(BackfillRecords::unit).toList())
        .setPlanHash(change.event().planHash())
        .setPlanned(plan.planned())
        .build();
  }

  private static String id(BackfillRow row) {
    return row.backfill().plan().id().value().toString();
  }

  private static List<BizdateRange> furtherRanges(BackfillPlan plan) {
    return plan.ranges().stream()
        .skip(1)
        .map(range -> new BizdateRange(range.from().toString(), range.to().toString()))
        .toList();
  }

  private static BackfillUnit unit(io.weirworks.scheduler.backfill.BackfillUnit unit) {
    BackfillUnit.Builder record =
        BackfillUnit.newBuilder()
            .setWorkflowId(unit.workflow().value())
            .setWorkflowVersion(unit.version());
    if (unit.part() instanceof Part.Selected(var _, Set<NodeId> run, Set<NodeId> dryRun)) {
      record.setRun(BackfillScopes.texts(run)).setDryRun(BackfillScopes.texts(dryRun));
    }
    return record.build();
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
        .setFromBizdate(plan.ranges().getFirst().from().toString())
        .setToBizdate(plan.ranges().getFirst().to().toString())
        .setFurtherRanges(furtherRanges(plan))
        .setParallelism(plan.parallelism())
        .setOrder(BackfillOrder.valueOf(plan.order().name()))
        .setParameters(plan.constants())
        .setStatus(FlowStatus.valueOf(row.backfill().state().status().name()))
        .setCancelRequested(row.cancelRequested())
        .setPlanned(
            row.backfill().state() instanceof io.weirworks.scheduler.backfill.BackfillState.Planned)
        .setPaused(
            row.backfill().state() instanceof io.weirworks.scheduler.backfill.BackfillState.Paused)
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
