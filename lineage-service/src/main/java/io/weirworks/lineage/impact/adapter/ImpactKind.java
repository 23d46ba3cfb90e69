package io.weirworks.lineage.impact.adapter;

import io.weirworks.contract.lineage.ImpactState;
import io.weirworks.lineage.impact.Assessed;
import io.weirworks.lineage.impact.Cause;
import io.weirworks.lineage.impact.Impact;
import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.SubjectTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Impacts as messaging keeps and tells them. */
public final class ImpactKind implements SubjectKind<Assessed, Impact> {

  public static final ImpactKind IMPACT = new ImpactKind();

  private ImpactKind() {}

  static SubjectRef<Assessed, Impact> ref(String impact) {
    return new SubjectRef<>(IMPACT, impact);
  }

  @Override
  public String name() {
    return "impact";
  }

  @Override
  public SubjectTable<Assessed> table() {
    return new Rows();
  }

  @Override
  public Assessed evolve(@Nullable Assessed state, Impact event) {
    return Assessed.of(event);
  }

  @Override
  public String orderingKey(Assessed state) {
    return state.subject().orderingKey();
  }

  /** Datasets are of all workspaces. */
  @Override
  public @Nullable String workspace(Assessed state) {
    return null;
  }

  @Override
  public SpecificRecord event(Assessed state, Impact event) {
    return ImpactRecords.event(event);
  }

  @Override
  public Class<? extends SpecificRecord> stateType() {
    return ImpactState.class;
  }

  @Override
  public SpecificRecord stateRecord(Assessed state) {
    return ImpactState.newBuilder()
        .setImpactId(state.subject().id())
        .setCause(ImpactRecords.cause(state.subject().cause()))
        .setNodeInstanceId(state.subject().nodeInstance())
        .setTables(state.tables())
        .setColumns(state.columns())
        .setJobs(state.jobs())
        .setInstances(state.instances())
        .setBaselines(state.baselines())
        .setAssessedAt(state.at())
        .build();
  }

  private record Rows() implements SubjectTable<Assessed> {

    @Override
    public String name() {
      return "lineage_impact";
    }

    @Override
    public List<String> columns() {
      return List.of(
          "cause",
          "node_instance",
          "tables_total",
          "columns_total",
          "jobs_total",
          "instances_total",
          "baselines_total",
          "assessed_at");
    }

    @Override
    public @Nullable Object[] values(Assessed state) {
      return new @Nullable Object[] {
        state.subject().cause().name(),
        state.subject().nodeInstance(),
        state.tables(),
        state.columns(),
        state.jobs(),
        state.instances(),
        state.baselines(),
        LocalDateTime.ofInstant(state.at(), ZoneOffset.UTC)
      };
    }

    @Override
    public Assessed read(ResultSet row) throws SQLException {
      return new Assessed(
          new Impact.Subject(
              row.getString("id"),
              row.getString("ordering_key"),
              Cause.valueOf(row.getString("cause")),
              row.getString("node_instance")),
          row.getInt("tables_total"),
          row.getInt("columns_total"),
          row.getInt("jobs_total"),
          row.getInt("instances_total"),
          row.getInt("baselines_total"),
          row.getObject("assessed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }
  }
}
