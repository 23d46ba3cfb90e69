package io.weirworks.scheduler.controlflow.adapter;

import io.weirworks.contract.scheduler.TriggerSignalReceived;
import io.weirworks.contract.scheduler.TriggerSignalState;
import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.SubjectTable;
import io.weirworks.scheduler.identity.SignalId;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Signals for trigger nodes as messaging keeps and tells them. The one thing that happens to a
 * signal is that it comes, so its event is the row itself.
 */
public final class SignalKind implements SubjectKind<SignalRow, SignalRow> {

  public static final SignalKind SIGNAL = new SignalKind();

  private final SignalTable table = new SignalTable();

  private SignalKind() {}

  public static SubjectRef<SignalRow, SignalRow> ref(SignalId id) {
    return new SubjectRef<>(SIGNAL, id.value().toString());
  }

  @Override
  public String name() {
    return "trigger-signal";
  }

  @Override
  public SubjectTable<SignalRow> table() {
    return table;
  }

  @Override
  public SignalRow evolve(@Nullable SignalRow before, SignalRow received) {
    return received;
  }

  @Override
  public String orderingKey(SignalRow row) {
    return row.workflowInstance().value().toString();
  }

  @Override
  public String workspace(SignalRow row) {
    return row.workspace();
  }

  @Override
  public SpecificRecord event(SignalRow row, SignalRow received) {
    return TriggerSignalReceived.newBuilder()
        .setSignalId(row.id().value().toString())
        .setNodeInstanceId(row.nodeInstance().value().toString())
        .setWorkflowInstanceId(row.workflowInstance().value().toString())
        .setWorkspace(row.workspace())
        .setWorkflow(row.workflow())
        .setNode(row.node())
        .setScheduledTime(row.scheduledTime())
        .setReceivedAt(row.receivedAt())
        .build();
  }

  @Override
  public Class<? extends SpecificRecord> stateType() {
    return TriggerSignalState.class;
  }

  @Override
  public SpecificRecord stateRecord(SignalRow row) {
    return TriggerSignalState.newBuilder()
        .setSignalId(row.id().value().toString())
        .setNodeInstanceId(row.nodeInstance().value().toString())
        .setWorkflowInstanceId(row.workflowInstance().value().toString())
        .setWorkspace(row.workspace())
        .setWorkflow(row.workflow())
        .setNode(row.node())
        .setScheduledTime(row.scheduledTime())
        .setReceivedAt(row.receivedAt())
        .build();
  }
}
