package io.weirworks.lineage.impact.adapter;

import io.weirworks.contract.lineage.AffectedBaseline;
import io.weirworks.contract.lineage.AffectedColumn;
import io.weirworks.contract.lineage.AffectedInstance;
import io.weirworks.contract.lineage.AffectedJob;
import io.weirworks.contract.lineage.AffectedTable;
import io.weirworks.contract.lineage.ImpactAssessed;
import io.weirworks.contract.lineage.ImpactCause;
import io.weirworks.contract.lineage.ImpactOrigin;
import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.adapter.DatasetRecords;
import io.weirworks.lineage.graph.ColumnNode;
import io.weirworks.lineage.impact.Bounded;
import io.weirworks.lineage.impact.Cause;
import io.weirworks.lineage.impact.Impact;
import java.util.List;
import java.util.function.Function;

/** Impacts as the contract has them. */
final class ImpactRecords {

  private ImpactRecords() {}

  static ImpactAssessed event(Impact impact) {
    return ImpactAssessed.newBuilder()
        .setImpactId(impact.subject().id())
        .setCause(cause(impact.subject().cause()))
        .setNodeInstanceId(impact.subject().nodeInstance())
        .setWorkflowInstanceId(impact.subject().workflowInstance())
        .setOrigins(list(impact.origins(), ImpactRecords::origin))
        .setTables(
            list(impact.tables(), table -> new AffectedTable(table.dataset(), table.depth())))
        .setTablesTotal(impact.tables().total())
        .setColumns(list(impact.columns(), ImpactRecords::column))
        .setColumnsTotal(impact.columns().total())
        .setJobs(
            list(
                impact.jobs(),
                one -> new AffectedJob(DatasetRecords.record(one.job()), one.owner())))
        .setJobsTotal(impact.jobs().total())
        .setInstances(list(impact.instances(), ImpactRecords::instance))
        .setInstancesTotal(impact.instances().total())
        .setBaselines(list(impact.baselines(), ImpactRecords::baseline))
        .setBaselinesTotal(impact.baselines().total())
        .setTruncated(impact.truncated())
        .setAssessedAt(impact.assessedAt())
        .build();
  }

  private static <T, R> List<R> list(Bounded<T> bounded, Function<T, R> record) {
    return bounded.shown().stream().map(record).toList();
  }

  static ImpactCause cause(Cause cause) {
    return switch (cause) {
      case NODE_FAILED -> ImpactCause.NODE_FAILED;
      case NODE_CANCELLED -> ImpactCause.NODE_CANCELLED;
      case REPORTED -> ImpactCause.REPORTED;
      case DROP -> ImpactCause.DROP;
      case CHANGE -> ImpactCause.CHANGE;
    };
  }

  private static ImpactOrigin origin(ColumnNode node) {
    return new ImpactOrigin(
        node.dataset(), node.column().equals(ColumnEdge.ANY) ? null : node.column());
  }

  private static AffectedColumn column(Impact.Column column) {
    return new AffectedColumn(column.column().dataset(), column.column().column(), column.depth());
  }

  private static AffectedInstance instance(Impact.Instance instance) {
    return new AffectedInstance(
        instance.id(),
        instance.workflowInstance(),
        instance.workspace(),
        instance.workflow(),
        instance.node(),
        instance.bizdate(),
        instance.scheduledTime());
  }

  private static AffectedBaseline baseline(Impact.Baseline baseline) {
    return new AffectedBaseline(
        baseline.id(), baseline.workspace(), baseline.name(), baseline.priority());
  }
}
