package io.weirworks.lineage.run.adapter;

import io.weirworks.contract.executor.RunSucceeded;
import io.weirworks.contract.executor.Statement;
import io.weirworks.contract.executor.StatementOutcome;
import io.weirworks.contract.lineage.LineageGap;
import io.weirworks.contract.lineage.LineageRecorded;
import io.weirworks.contract.lineage.RunLineageState;
import io.weirworks.lineage.catalogue.adapter.PartitionRecords;
import io.weirworks.lineage.catalogue.adapter.SchemaChangeRecords;
import io.weirworks.lineage.dataset.KnownBy;
import io.weirworks.lineage.dataset.adapter.DatasetRecords;
import io.weirworks.lineage.run.Gap;
import io.weirworks.lineage.run.Run;
import io.weirworks.lineage.run.RunEvent;
import io.weirworks.lineage.run.RunLineage;
import io.weirworks.lineage.run.RunScript;
import io.weirworks.lineage.run.RunStatement;
import io.weirworks.lineage.run.StatementRecord;
import io.weirworks.schemas.LineageError;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Runs and what is told of them, from and to the contract's records. */
public final class RunRecords {

  private RunRecords() {}

  static RunScript script(RunSucceeded event) {
    Run run =
        new Run(
            event.getRunId(),
            event.getNodeInstanceId(),
            event.getWorkflowInstanceId(),
            event.getWorkspace(),
            event.getWorkflow(),
            event.getNodeId(),
            event.getNode(),
            event.getBizdate(),
            event.getEndedAt());
    List<RunStatement> statements =
        event.getStatements().stream()
            .filter(statement -> statement.getOutcome() == StatementOutcome.SUCCEEDED)
            .map(RunRecords::statement)
            .toList();
    return new RunScript(
        run, RunScript.dialect(event.getCommand()), statements, event.getStatementsOmitted());
  }

  private static RunStatement statement(Statement statement) {
    return new RunStatement(
        statement.getIndex(),
        statement.getText(),
        statement.getSha256(),
        statement.getCurrentDatabase());
  }

  static SpecificRecord event(RunEvent event) {
    return switch (event) {
      case RunEvent.Recorded(Run run, var _, StatementRecord record) ->
          recorded(run, record, KnownBy.STATIC).build();
      case RunEvent.Observed(Run run, var _, StatementRecord record) ->
          recorded(run, record, KnownBy.RUNTIME).build();
      case RunEvent.Missed(Run run, var _, Gap gap, var _) -> gap(run, gap).build();
      case RunEvent.Unobserved(Run run, var _, Gap gap) -> gap(run, gap).build();
    };
  }

  public static LineageRecorded.Builder recorded(Run run, StatementRecord record, KnownBy knownBy) {
    return LineageRecorded.newBuilder()
        .setRunId(run.id())
        .setNodeInstanceId(run.nodeInstanceId())
        .setWorkflowInstanceId(run.workflowInstanceId())
        .setWorkspace(run.workspace())
        .setWorkflow(run.workflow())
        .setNodeId(run.nodeId())
        .setNode(run.node())
        .setBizdate(run.bizdate())
        .setStatementIndex(record.index())
        .setStatementSha256(record.sha256())
        .setKnownBy(DatasetRecords.record(knownBy))
        .setObservedAt(run.endedAt())
        .setInputs(record.inputs().stream().map(DatasetRecords::record).toList())
        .setOutputs(record.outputs().stream().map(DatasetRecords::record).toList())
        .setTableEdges(record.tableEdges().stream().map(DatasetRecords::record).toList())
        .setColumnEdges(record.columnEdges().stream().map(DatasetRecords::record).toList())
        .setSchemaChanges(record.schemaChanges().stream().map(SchemaChangeRecords::record).toList())
        .setJob(DatasetRecords.record(run.job()))
        .setPartitionChanges(
            record.partitionChanges().stream().map(PartitionRecords::record).toList());
  }

  public static LineageGap.Builder gap(Run run, Gap gap) {
    return LineageGap.newBuilder()
        .setRunId(run.id())
        .setNodeInstanceId(run.nodeInstanceId())
        .setWorkflowInstanceId(run.workflowInstanceId())
        .setWorkspace(run.workspace())
        .setWorkflow(run.workflow())
        .setNodeId(run.nodeId())
        .setNode(run.node())
        .setBizdate(run.bizdate())
        .setStatementIndex(gap.statementIndex())
        .setCode(LineageError.valueOf(gap.code().name()).code())
        .setMessage(gap.message())
        .setLine(gap.line())
        .setColumn(gap.column())
        .setJob(DatasetRecords.record(run.job()));
  }

  static RunLineageState state(RunLineage state) {
    Run run = state.run();
    return RunLineageState.newBuilder()
        .setRunId(run.id())
        .setNodeInstanceId(run.nodeInstanceId())
        .setWorkflowInstanceId(run.workflowInstanceId())
        .setWorkspace(run.workspace())
        .setWorkflow(run.workflow())
        .setNodeId(run.nodeId())
        .setNode(run.node())
        .setBizdate(run.bizdate())
        .setStatements(state.statements())
        .setRecorded(state.recorded())
        .setGaps(state.gaps())
        .setObservedAt(run.endedAt())
        .build();
  }
}
