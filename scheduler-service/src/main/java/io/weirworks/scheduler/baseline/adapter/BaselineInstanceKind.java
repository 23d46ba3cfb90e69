package io.weirworks.scheduler.baseline.adapter;

import io.weirworks.contract.scheduler.BaselineInstanceState;
import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.SubjectTable;
import io.weirworks.scheduler.baseline.BaselineInstance;
import io.weirworks.scheduler.baseline.BaselineInstanceEvent;
import io.weirworks.scheduler.identity.BaselineInstanceId;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Instances of baselines as messaging keeps and tells them. */
public final class BaselineInstanceKind
    implements SubjectKind<BaselineInstance, BaselineInstanceEvent> {

  public static final BaselineInstanceKind BASELINE_INSTANCE = new BaselineInstanceKind();

  private final BaselineInstanceTable table = new BaselineInstanceTable();

  private BaselineInstanceKind() {}

  static SubjectRef<BaselineInstance, BaselineInstanceEvent> ref(BaselineInstanceId id) {
    return new SubjectRef<>(BASELINE_INSTANCE, id.value().toString());
  }

  @Override
  public String name() {
    return "baseline-instance";
  }

  @Override
  public SubjectTable<BaselineInstance> table() {
    return table;
  }

  @Override
  public BaselineInstance evolve(@Nullable BaselineInstance state, BaselineInstanceEvent event) {
    return BaselineInstance.evolve(state, event);
  }

  @Override
  public String orderingKey(BaselineInstance instance) {
    return instance.baseline().value().toString();
  }

  @Override
  public String workspace(BaselineInstance instance) {
    return instance.definition().workspace();
  }

  @Override
  public SpecificRecord event(BaselineInstance instance, BaselineInstanceEvent event) {
    return new BaselineInstanceRecords(instance).event(event);
  }

  @Override
  public Class<? extends SpecificRecord> stateType() {
    return BaselineInstanceState.class;
  }

  @Override
  public SpecificRecord stateRecord(BaselineInstance instance) {
    return new BaselineInstanceRecords(instance).state();
  }
}
