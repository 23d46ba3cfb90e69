package io.weirworks.scheduler.schedule.adapter;

import io.weirworks.contract.scheduler.WorkflowScheduleState;
import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.SubjectTable;
import io.weirworks.scheduler.identity.ScheduleId;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Schedules as messaging keeps and tells them. */
public final class WorkflowScheduleKind
    implements SubjectKind<WorkflowScheduleRow, WorkflowScheduleChange> {

  public static final WorkflowScheduleKind WORKFLOW_SCHEDULE = new WorkflowScheduleKind();

  private final WorkflowScheduleTable table = new WorkflowScheduleTable();

  private WorkflowScheduleKind() {}

  static SubjectRef<WorkflowScheduleRow, WorkflowScheduleChange> ref(ScheduleId id) {
    return new SubjectRef<>(WORKFLOW_SCHEDULE, id.value().toString());
  }

  @Override
  public String name() {
    return "workflow-schedule";
  }

  @Override
  public SubjectTable<WorkflowScheduleRow> table() {
    return table;
  }

  @Override
  public WorkflowScheduleRow evolve(
      @Nullable WorkflowScheduleRow state, WorkflowScheduleChange change) {
    return WorkflowScheduleRow.evolve(state, change);
  }

  @Override
  public String orderingKey(WorkflowScheduleRow row) {
    return row.profile().names().orderingKey();
  }

  @Override
  public String workspace(WorkflowScheduleRow row) {
    return row.profile().names().workspace();
  }

  @Override
  public SpecificRecord event(WorkflowScheduleRow row, WorkflowScheduleChange change) {
    return WorkflowScheduleRecords.event(row, change);
  }

  @Override
  public Class<? extends SpecificRecord> stateType() {
    return WorkflowScheduleState.class;
  }

  @Override
  public SpecificRecord stateRecord(WorkflowScheduleRow row) {
    return WorkflowScheduleRecords.state(row);
  }
}
