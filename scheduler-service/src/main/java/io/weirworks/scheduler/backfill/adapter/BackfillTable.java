package io.weirworks.scheduler.backfill.adapter;

import io.weirworks.messaging.SubjectTable;
import io.weirworks.scheduler.adapter.Columns;
import io.weirworks.scheduler.adapter.Json;
import io.weirworks.scheduler.backfill.Backfill;
import io.weirworks.scheduler.backfill.BackfillPlan;
import io.weirworks.scheduler.backfill.BackfillState;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.workflowinstance.FlowStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code backfill}. */
final class BackfillTable implements SubjectTable<BackfillRow> {

  private static final String PLANNED = "PLANNED";
  private static final String RUNNING = "RUNNING";
  private static final String PAUSED = "PAUSED";
  private static final String FAILING = "FAILING";
  private static final String CANCELLING = "CANCELLING";
  private static final String ENDED = "ENDED";

  @Override
  public String name() {
    return "backfill";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "workflow_id",
        "workflow",
        "version",
        "from_bizdate",
        "to_bizdate",
        "status",
        "state",
        "reason",
        "cancel_requested",
        "created_at",
        "ended_at",
        "body");
  }

  @Override
  public @Nullable Object[] values(BackfillRow row) {
    Backfill backfill = row.backfill();
    BackfillPlan plan = backfill.plan();
    return new @Nullable Object[] {
      plan.workflow().value(),
      row.names().workflow(),
      plan.version(),
      plan.ranges().getFirst().from().toString(),
      plan.ranges().getLast().to().toString(),
      backfill.state().status().name(),
      state(backfill.state()),
      backfill.state() instanceof BackfillState.Cancelling(String reason) ? reason : null,
      row.cancelRequested(),
      row.startedAt(),
      row.endedAt(),
      Json.write(BackfillBody.of(row))
    };
  }

  private static String state(BackfillState state) {
    return switch (state) {
      case BackfillState.Planned _ -> PLANNED;
      case BackfillState.Running _ -> RUNNING;
      case BackfillState.Paused _ -> PAUSED;
      case BackfillState.Failing _ -> FAILING;
      case BackfillState.Cancelling _ -> CANCELLING;
      case BackfillState.Ended _ -> ENDED;
    };
  }

  @Override
  public BackfillRow read(ResultSet result) throws SQLException {
    Columns row = new Columns(result);
    BackfillBody body = Json.read(row.text("body"), BackfillBody.class);
    return new BackfillRow(
        body.backfill(
            new BackfillId(UUID.fromString(row.text("id"))),
            new WorkflowId(row.text("workflow_id")),
            row.integer("version"),
            state(row),
            row.number("sequence")),
        body.name(),
        body.names(row.text("workflow")),
        row.flag("cancel_requested"),
        row.time("created_at"),
        row.timeOrNull("ended_at"));
  }

  private static BackfillState state(Columns row) throws SQLException {
    String state = row.text("state");
    return switch (state) {
      case PLANNED -> new BackfillState.Planned();
      case RUNNING -> new BackfillState.Running();
      case PAUSED -> new BackfillState.Paused();
      case FAILING -> new BackfillState.Failing();
      case CANCELLING -> new BackfillState.Cancelling(row.textOrNull("reason"));
      case ENDED -> new BackfillState.Ended(FlowStatus.valueOf(row.text("status")));
      default -> throw new SQLException("column state holds '" + state + "'");
    };
  }
}
