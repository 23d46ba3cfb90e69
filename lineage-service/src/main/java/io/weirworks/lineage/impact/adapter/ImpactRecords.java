package io.weirworks.lineage.impact.adapter;

import io.weirworks.contract.lineage.AffectedBaseline;
import io.weirworks.contract.lineage.AffectedColumn;
import io.weirworks.contract.lineage.AffectedInstance;
import io.weirworks.contract.lineage.AffectedJob;
import io.weirworks.contract.lineage.AffectedTable;
import io.weirworks.contract.lineage.ImpactAssessed;
import io.weirworks.contract.lineage.ImpactCause;
import io.weirworks.contract.lineage.ImpactOrigin;
import io.weirworks.contract.lineage.RecordImpact;
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

  /** What was found, as the command to tell it. */
  static RecordImpact command(Impact impact) {
    ImpactAssessed told = event(impact);
    return RecordImpact.newBuilder()
        .setImpactId(told.getImpactId())
        .setOrderingKey(impact.subject().orderingKey())
        .setCause(told.getCause())
        .setNodeInstanceId(told.getNodeInstanceId())
        .setOrigins(told.getOrigins())
        .setOriginsTotal(impact.origins().total())
        .setTables(told.getTables())
        .setTablesTotal(told.getTablesTotal())
        .setColumns(told.getColumns())
        .setColumnsTotal(told.getColumnsTotal())
        .setJobs(told.getJobs())
        .setJobsTotal(told.getJobsTotal())
        .setInstances(told.getInstances())
        .setInstancesTotal(told.getInstancesTotal())
        .setBaselines(told.getBaselines())
        .setBaselinesTotal(told.getBaselinesTotal())
        .setAssessedAt(told.getAssessedAt())
        .build();
  }

  static Impact domain(RecordImpact found) {
    return new Impact(
        new Impact.Subject(
            found.getImpactId(),
            found.getOrderingKey(),
            cause(found.getCause()),
            found.getNodeInstanceId()),
        bounded(found.getOrigins(), found.getOriginsTotal(), ImpactRecords::node),
        bounded(
            found.getTables(),
            found.getTablesTotal(),
            one -> new Impact.Table(one.getDataset(), one.getDepth())),
        bounded(found.getColumns(), found.getColumnsTotal(), ImpactRecords::column),
        bounded(found.getJobs(), found.getJobsTotal(), ImpactRecords::owned),
        bounded(found.getInstances(), found.getInstancesTotal(), ImpactRecords::instance),
        bounded(found.getBaselines(), found.getBaselinesTotal(), ImpactRecords::baseline),
        found.getAssessedAt());
  }

  private static <R, T> Bounded<T> bounded(List<R> shown, int total, Function<R, T> domain) {
    return new Bounded<>(shown.stream().map(domain).toList(), total);
  }

  private static Cause cause(ImpactCause cause) {
    return switch (cause) {
      case NODE_FAILED -> Cause.NODE_FAILED;
      case NODE_CANCELLED -> Cause.NODE_CANCELLED;
      case REPORTED, UNKNOWN -> Cause.REPORTED;
      case DROP -> Cause.DROP;
      case CHANGE -> Cause.CHANGE;
    };
  }

  private static ColumnNode node(ImpactOrigin origin) {
    String column = origin.getColumn();
    return new ColumnNode(origin.getDataset(), column == null ? ColumnEdge.ANY : column);
  }

  private static Impact.Column column(AffectedColumn column) {
    return new Impact.Column(
        new ColumnNode(column.getDataset(), column.getColumn()), column.getDepth());
  }

  private static Impact.Owned owned(AffectedJob job) {
    return new Impact.Owned(DatasetRecords.domain(job.getJob()), job.getOwner());
  }

  private static Impact.Instance instance(AffectedInstance instance) {
    return new Impact.Instance(
        instance.getNodeInstanceId(),
        instance.getWorkflowInstanceId(),
        instance.getWorkspace(),
        instance.getWorkflow(),
        instance.getNode(),
        instance.getBizdate(),
        instance.getScheduledTime());
  }

  private static Impact.Baseline baseline(AffectedBaseline baseline) {
    return new Impact.Baseline(
        baseline.getBaselineId(),
        baseline.getWorkspace(),
        baseline.getName(),
        baseline.getPriority());
  }
}
