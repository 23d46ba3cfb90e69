package io.weirworks.scheduler.instance.adapter;

import io.weirworks.contract.scheduler.NodeInstanceState;
import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.SubjectTable;
import io.weirworks.scheduler.identity.NodeInstanceId;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Node instances as messaging keeps and tells them. */
public final class NodeInstanceKind implements SubjectKind<NodeInstanceRow, NodeInstanceChange> {

  public static final NodeInstanceKind NODE_INSTANCE = new NodeInstanceKind();

  private final NodeInstanceTable table = new NodeInstanceTable();

  private NodeInstanceKind() {}

  public static SubjectRef<NodeInstanceRow, NodeInstanceChange> ref(NodeInstanceId id) {
    return new SubjectRef<>(NODE_INSTANCE, id.value().toString());
  }

  @Override
  public String name() {
    return "node-instance";
  }

  @Override
  public SubjectTable<NodeInstanceRow> table() {
    return table;
  }

  @Override
  public NodeInstanceRow evolve(@Nullable NodeInstanceRow state, NodeInstanceChange change) {
    return NodeInstanceRow.evolve(state, change);
  }

  @Override
  public String orderingKey(NodeInstanceRow row) {
    return row.instance().workflowInstanceId().value().toString();
  }

  @Override
  public String workspace(NodeInstanceRow row) {
    return row.profile().names().workspace();
  }

  @Override
  public SpecificRecord event(NodeInstanceRow row, NodeInstanceChange change) {
    return NodeInstanceEvents.of(row, change);
  }

  @Override
  public Class<? extends SpecificRecord> stateType() {
    return NodeInstanceState.class;
  }

  @Override
  public SpecificRecord stateRecord(NodeInstanceRow row) {
    return NodeInstanceStates.of(row);
  }
}
