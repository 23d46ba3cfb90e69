package io.weirworks.scheduler.workflowinstance.adapter;

import io.weirworks.messaging.SubjectTable;
import io.weirworks.scheduler.adapter.Columns;
import io.weirworks.scheduler.adapter.Json;
import io.weirworks.scheduler.adapter.Micros;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.workflow.adapter.WorkflowNames;
import io.weirworks.scheduler.workflowinstance.FlowStatus;
import io.weirworks.scheduler.workflowinstance.NodeCounts;
import io.weirworks.scheduler.workflowinstance.WorkflowInstance;
import io.weirworks.scheduler.workflowinstance.WorkflowInstancePlan;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code workflow_instance}. */
final class WorkflowInstanceTable implements SubjectTable<WorkflowInstanceRow> {

  private static final String RUNNING = "RUNNING";
  private static final String CANCELLING = "CANCELLING";
  private static final String ENDED = "ENDED";

  /** What nobody filters workflow instances by, as JSON. */
  private record Body(
      String workspaceId,
      String workspace,
      Map<String, String> constants,
      NodeTally counts,
      @Nullable OriginBody origin,
      @Nullable Long answerDue) {}

  /** {@link NodeCounts} under the names that the column has for ever. */
  private record NodeTally(
      int notRun, int waiting, int running, int succeeded, int failed, int cancelled) {}

  @Override
  public String name() {
    return "workflow_instance";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "workflow_id",
        "workflow",
        "version",
        "backfill_id",
        "bizdate",
        "scheduled_time",
        "status",
        "state",
        "reason",
        "cancel_requested",
        "created_at",
        "started_at",
        "ended_at",
        "body");
  }

  @Override
  public @Nullable Object[] values(WorkflowInstanceRow row) {
    WorkflowInstance instance = row.instance();
    WorkflowInstancePlan plan = instance.plan();
    BackfillId backfill = plan.backfill();
    return new @Nullable Object[] {
      plan.workflow().value(),
      row.names().workflow(),
      plan.version(),
      backfill == null ? null : backfill.value().toString(),
      plan.bizdate().toString(),
      plan.scheduledTime(),
      instance.state().status().name(),
      state(instance.state()),
      instance.state() instanceof WorkflowInstanceState.Cancelling(String reason) ? reason : null,
      row.cancelRequested(),
      plan.generatedAt(),
      row.startedAt(),
      row.endedAt(),
      Json.write(body(row))
    };
  }

  private static String state(WorkflowInstanceState state) {
    return switch (state) {
      case WorkflowInstanceState.Running _ -> RUNNING;
      case WorkflowInstanceState.Cancelling _ -> CANCELLING;
      case WorkflowInstanceState.Ended _ -> ENDED;
    };
  }

  private static Body body(WorkflowInstanceRow row) {
    NodeCounts counts = row.instance().counts();
    return new Body(
        row.names().workspaceId(),
        row.names().workspace(),
        row.instance().plan().constants(),
        new NodeTally(
            counts.notRun(),
            counts.waiting(),
            counts.running(),
            counts.succeeded(),
            counts.failed(),
            counts.cancelled()),
        OriginBody.of(row.instance().plan().origin()),
        Micros.ofNullable(row.answerDue()));
  }

  @Override
  public WorkflowInstanceRow read(ResultSet result) throws SQLException {
    Columns row = new Columns(result);
    Body body = Json.read(row.text("body"), Body.class);
    NodeTally counts = body.counts();
    return new WorkflowInstanceRow(
        new WorkflowInstance(
            plan(row, body),
            new NodeCounts(
                counts.notRun(),
                counts.waiting(),
                counts.running(),
                counts.succeeded(),
                counts.failed(),
                counts.cancelled()),
            state(row),
            row.number("sequence")),
        new WorkflowNames(body.workspaceId(), body.workspace(), row.text("workflow")),
        row.flag("cancel_requested"),
        row.timeOrNull("started_at"),
        row.timeOrNull("ended_at"),
        Micros.timeOrNull(body.answerDue()));
  }

  private static WorkflowInstancePlan plan(Columns row, Body body) throws SQLException {
    return new WorkflowInstancePlan(
        new WorkflowInstanceId(UUID.fromString(row.text("id"))),
        new WorkflowId(row.text("workflow_id")),
        row.integer("version"),
        OriginBody.read(body.origin(), row.textOrNull("backfill_id"), row.time("scheduled_time")),
        LocalDate.parse(row.text("bizdate")),
        row.time("scheduled_time"),
        body.constants(),
        row.time("created_at"));
  }

  private static WorkflowInstanceState state(Columns row) throws SQLException {
    String state = row.text("state");
    return switch (state) {
      case RUNNING -> new WorkflowInstanceState.Running();
      case CANCELLING -> new WorkflowInstanceState.Cancelling(row.textOrNull("reason"));
      case ENDED -> new WorkflowInstanceState.Ended(FlowStatus.valueOf(row.text("status")));
      default -> throw new SQLException("column state holds '" + state + "'");
    };
  }
}
