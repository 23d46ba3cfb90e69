package io.weirworks.scheduler.workflowinstance.adapter;

import io.weirworks.contract.scheduler.WorkflowInstanceState;
import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.SubjectTable;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Workflow instances as messaging keeps and tells them. */
public final class WorkflowInstanceKind
    implements SubjectKind<WorkflowInstanceRow, WorkflowInstanceChange> {

  public static final WorkflowInstanceKind WORKFLOW_INSTANCE = new WorkflowInstanceKind();

  private final WorkflowInstanceTable table = new WorkflowInstanceTable();

  private WorkflowInstanceKind() {}

  public static SubjectRef<WorkflowInstanceRow, WorkflowInstanceChange> ref(WorkflowInstanceId id) {
    return new SubjectRef<>(WORKFLOW_INSTANCE, id.value().toString());
  }

  @Override
  public String name() {
    return "workflow-instance";
  }

  @Override
  public SubjectTable<WorkflowInstanceRow> table() {
    return table;
  }

  @Override
  public WorkflowInstanceRow evolve(
      @Nullable WorkflowInstanceRow state, WorkflowInstanceChange change) {
    return WorkflowInstanceRow.evolve(state, change);
  }

  @Override
  public String orderingKey(WorkflowInstanceRow row) {
    return row.instance().plan().id().value().toString();
  }

  @Override
  public String workspace(WorkflowInstanceRow row) {
    return row.names().workspace();
  }

  @Override
  public SpecificRecord event(WorkflowInstanceRow row, WorkflowInstanceChange change) {
    return WorkflowInstanceRecords.event(row, change);
  }

  @Override
  public Class<? extends SpecificRecord> stateType() {
    return WorkflowInstanceState.class;
  }

  @Override
  public SpecificRecord stateRecord(WorkflowInstanceRow row) {
    return WorkflowInstanceRecords.state(row);
  }
}
