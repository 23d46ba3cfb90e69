package io.weirworks.scheduler.baseline.adapter;

import io.weirworks.contract.scheduler.BaselineState;
import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.SubjectTable;
import io.weirworks.scheduler.baseline.Baseline;
import io.weirworks.scheduler.baseline.BaselineEvent;
import io.weirworks.scheduler.identity.BaselineId;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Baselines as messaging keeps and tells them. */
public final class BaselineKind implements SubjectKind<Baseline, BaselineEvent> {

  public static final BaselineKind BASELINE = new BaselineKind();

  private final BaselineTable table = new BaselineTable();

  private BaselineKind() {}

  static SubjectRef<Baseline, BaselineEvent> ref(BaselineId id) {
    return new SubjectRef<>(BASELINE, id.value().toString());
  }

  @Override
  public String name() {
    return "baseline";
  }

  @Override
  public SubjectTable<Baseline> table() {
    return table;
  }

  @Override
  public @Nullable Baseline evolve(@Nullable Baseline state, BaselineEvent event) {
    return Baseline.evolve(state, event);
  }

  @Override
  public String orderingKey(Baseline baseline) {
    return baseline.id().value().toString();
  }

  @Override
  public String workspace(Baseline baseline) {
    return baseline.definition().workspace();
  }

  @Override
  public SpecificRecord event(Baseline baseline, BaselineEvent event) {
    return BaselineRecords.event(baseline, event);
  }

  @Override
  public Class<? extends SpecificRecord> stateType() {
    return BaselineState.class;
  }

  @Override
  public SpecificRecord stateRecord(Baseline baseline) {
    return BaselineRecords.state(baseline);
  }

  /** Its id is derived from its name, so it may come again. */
  @Override
  public boolean keepsStub() {
    return true;
  }
}
