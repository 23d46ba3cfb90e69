package io.weirworks.scheduler.backfill.adapter;

import io.weirworks.contract.scheduler.BackfillState;
import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.SubjectTable;
import io.weirworks.scheduler.identity.BackfillId;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Backfills as messaging keeps and tells them. */
public final class BackfillKind implements SubjectKind<BackfillRow, BackfillChange> {

  public static final BackfillKind BACKFILL = new BackfillKind();

  private final BackfillTable table = new BackfillTable();

  private BackfillKind() {}

  static SubjectRef<BackfillRow, BackfillChange> ref(BackfillId id) {
    return new SubjectRef<>(BACKFILL, id.value().toString());
  }

  @Override
  public String name() {
    return "backfill";
  }

  @Override
  public SubjectTable<BackfillRow> table() {
    return table;
  }

  @Override
  public BackfillRow evolve(@Nullable BackfillRow state, BackfillChange change) {
    return BackfillRow.evolve(state, change);
  }

  @Override
  public String orderingKey(BackfillRow row) {
    return row.backfill().plan().id().value().toString();
  }

  @Override
  public String workspace(BackfillRow row) {
    return row.names().workspace();
  }

  @Override
  public SpecificRecord event(BackfillRow row, BackfillChange change) {
    return BackfillRecords.event(row, change);
  }

  @Override
  public Class<? extends SpecificRecord> stateType() {
    return BackfillState.class;
  }

  @Override
  public SpecificRecord stateRecord(BackfillRow row) {
    return BackfillRecords.state(row);
  }
}
