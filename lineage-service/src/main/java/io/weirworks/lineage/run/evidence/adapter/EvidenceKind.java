package io.weirworks.lineage.run.evidence.adapter;

import io.weirworks.contract.lineage.EngineEvidenceState;
import io.weirworks.lineage.run.evidence.Evidence;
import io.weirworks.lineage.run.evidence.EvidenceEvent;
import io.weirworks.lineage.run.evidence.EvidenceOwner;
import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.SubjectTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Evidence as messaging keeps and tells it. */
public final class EvidenceKind implements SubjectKind<Evidence, EvidenceEvent> {

  public static final EvidenceKind EVIDENCE = new EvidenceKind();

  private EvidenceKind() {}

  static SubjectRef<Evidence, EvidenceEvent> ref(EvidenceOwner owner) {
    return new SubjectRef<>(EVIDENCE, owner.id());
  }

  @Override
  public String name() {
    return "evidence";
  }

  @Override
  public SubjectTable<Evidence> table() {
    return new Rows();
  }

  @Override
  public @Nullable Evidence evolve(@Nullable Evidence state, EvidenceEvent event) {
    return EvidenceEvent.evolve(state, event);
  }

  @Override
  public String orderingKey(Evidence state) {
    return state.owner().orderingKey();
  }

  /** What an engine says of a workspace is not proven. */
  @Override
  public @Nullable String workspace(Evidence state) {
    return null;
  }

  @Override
  public SpecificRecord event(Evidence state, EvidenceEvent event) {
    return EvidenceRecords.event(state, event);
  }

  @Override
  public Class<? extends SpecificRecord> stateType() {
    return EngineEvidenceState.class;
  }

  @Override
  public SpecificRecord stateRecord(Evidence state) {
    return EvidenceRecords.state(state);
  }

  private record Rows() implements SubjectTable<Evidence> {

    @Override
    public String name() {
      return "engine_evidence";
    }

    @Override
    public List<String> columns() {
      return List.of("evidence");
    }

    @Override
    public Object[] values(Evidence state) {
      return new Object[] {EvidenceJson.write(state)};
    }

    @Override
    public Evidence read(ResultSet row) throws SQLException {
      return EvidenceJson.read(row.getString("evidence"));
    }
  }
}
