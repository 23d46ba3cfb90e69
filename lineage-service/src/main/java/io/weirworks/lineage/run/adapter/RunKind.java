package io.weirworks.lineage.run.adapter;

import io.weirworks.contract.lineage.RunLineageState;
import io.weirworks.lineage.run.Run;
import io.weirworks.lineage.run.RunEvent;
import io.weirworks.lineage.run.RunLineage;
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

/** Runs as messaging keeps and tells them; their order is that of their workflow instance. */
public final class RunKind implements SubjectKind<RunLineage, RunEvent> {

  public static final RunKind RUN = new RunKind();

  private RunKind() {}

  public static SubjectRef<RunLineage, RunEvent> ref(String run) {
    return new SubjectRef<>(RUN, run);
  }

  @Override
  public String name() {
    return "run";
  }

  @Override
  public SubjectTable<RunLineage> table() {
    return new Rows();
  }

  @Override
  public RunLineage evolve(@Nullable RunLineage state, RunEvent event) {
    return RunLineage.evolve(state, event);
  }

  @Override
  public String orderingKey(RunLineage state) {
    return state.run().workflowInstanceId();
  }

  @Override
  public String workspace(RunLineage state) {
    return state.run().workspace();
  }

  @Override
  public SpecificRecord event(RunLineage state, RunEvent event) {
    return RunRecords.event(event);
  }

  @Override
  public Class<? extends SpecificRecord> stateType() {
    return RunLineageState.class;
  }

  @Override
  public SpecificRecord stateRecord(RunLineage state) {
    return RunRecords.state(state);
  }

  private record Rows() implements SubjectTable<RunLineage> {

    @Override
    public String name() {
      return "lineage_run";
    }

    @Override
    public List<String> columns() {
      return List.of(
          "node_instance",
          "workflow",
          "node_id",
          "node",
          "bizdate",
          "ended_at",
          "statements",
          "recorded",
          "gaps",
          "next_statement");
    }

    @Override
    public Object[] values(RunLineage state) {
      Run run = state.run();
      return new Object[] {
        run.nodeInstanceId(),
        run.workflow(),
        run.nodeId(),
        run.node(),
        run.bizdate(),
        LocalDateTime.ofInstant(run.endedAt(), ZoneOffset.UTC),
        state.statements(),
        state.recorded(),
        state.gaps(),
        state.next()
      };
    }

    @Override
    public RunLineage read(ResultSet row) throws SQLException {
      Run run =
          new Run(
              row.getString("id"),
              row.getString("node_instance"),
              row.getString("ordering_key"),
              row.getString("workspace"),
              row.getString("workflow"),
              row.getString("node_id"),
              row.getString("node"),
              row.getString("bizdate"),
              row.getObject("ended_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
      return new RunLineage(
          run,
          row.getInt("statements"),
          row.getInt("recorded"),
          row.getInt("gaps"),
          row.getInt("next_statement"));
    }
  }
}
