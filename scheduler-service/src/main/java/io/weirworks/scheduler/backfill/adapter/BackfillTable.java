package io.weirworks.scheduler.backfill.adapter;

import io.weirworks.messaging.SubjectTable;
import io.weirworks.scheduler.adapter.Columns;
import io.weirworks.scheduler.adapter.Json;
import io.weirworks.scheduler.backfill.Backfill;
import io.weirworks.scheduler.backfill.BackfillCounts;
import io.weirworks.scheduler.backfill.BackfillOrder;
import io.weirworks.scheduler.backfill.BackfillPlan;
import io.weirworks.scheduler.backfill.BackfillState;
import io.weirworks.scheduler.backfill.BizdateRange;
import io.weirworks.scheduler.backfill.OpenDate;
import io.weirworks.scheduler.generation.BackfillCycles;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.workflow.adapter.WorkflowNames;
import io.weirworks.scheduler.workflowinstance.FlowStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
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

  /** A business date that is going on; {@code ended}: places of instances. */
  private record Open(String bizdate, int size, List<Integer> ended, FlowStatus outcome) {
    static Open of(Map.Entry<LocalDate, OpenDate> open) {
      OpenDate date = open.getValue();
      return new Open(
          open.getKey().toString(), date.size(), List.copyOf(date.ended()), date.outcome());
    }

    OpenDate date() {
      return new OpenDate(size, new TreeSet<>(ended), outcome);
    }
  }

  private record Range(String from, String to) {}

  /**
   * What nobody filters backfills by, as JSON.
   *
   * @param next index of the next date to begin
   * @param open business dates that are going on
   */
  private record Body(
      String name,
      String workspaceId,
      String workspace,
      BackfillOrder order,
      int parallelism,
      Map<String, String> constants,
      int next,
      List<Open> open,
      DateTally counts,
      List<Range> ranges,
      String startTime,
      String endTime,
      boolean immediately,
      boolean planned,
      String planHash) {}

  /** {@link BackfillCounts} under the names that the column has for ever. */
  private record DateTally(int waiting, int running, int succeeded, int failed, int cancelled) {}

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
      Json.write(body(row))
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

  private static Body body(BackfillRow row) {
    Backfill backfill = row.backfill();
    BackfillPlan plan = backfill.plan();
    BackfillCounts counts = backfill.counts();
    return new Body(
        row.name(),
        row.names().workspaceId(),
        row.names().workspace(),
        backfill.plan().order(),
        backfill.plan().parallelism(),
        backfill.plan().constants(),
        backfill.next(),
        backfill.open().entrySet().stream().map(Open::of).toList(),
        new DateTally(
            counts.waiting(),
            counts.running(),
            counts.succeeded(),
            counts.failed(),
            counts.cancelled()),
        plan.ranges().stream()
            .map(range -> new Range(range.from().toString(), range.to().toString()))
            .toList(),
        plan.window().from().toString(),
        plan.window().to().toString(),
        plan.immediately(),
        plan.planned(),
        backfill.planHash());
  }

  @Override
  public BackfillRow read(ResultSet result) throws SQLException {
    Columns row = new Columns(result);
    Body body = Json.read(row.text("body"), Body.class);
    DateTally counts = body.counts();
    Backfill backfill =
        new Backfill(
            plan(row, body),
            body.planHash(),
            body.next(),
            open(body),
            new BackfillCounts(
                counts.waiting(),
                counts.running(),
                counts.succeeded(),
                counts.failed(),
                counts.cancelled()),
            state(row),
            row.number("sequence"));
    return new BackfillRow(
        backfill,
        body.name(),
        new WorkflowNames(body.workspaceId(), body.workspace(), row.text("workflow")),
        row.flag("cancel_requested"),
        row.time("created_at"),
        row.timeOrNull("ended_at"));
  }

  private static SortedMap<LocalDate, OpenDate> open(Body body) {
    SortedMap<LocalDate, OpenDate> open = new TreeMap<>();
    body.open().forEach(each -> open.put(LocalDate.parse(each.bizdate()), each.date()));
    return open;
  }

  private static BackfillPlan plan(Columns row, Body body) throws SQLException {
    return new BackfillPlan(
        new BackfillId(UUID.fromString(row.text("id"))),
        new WorkflowId(row.text("workflow_id")),
        row.integer("version"),
        body.ranges().stream()
            .map(
                range ->
                    new BizdateRange(LocalDate.parse(range.from()), LocalDate.parse(range.to())))
            .toList(),
        body.order(),
        body.parallelism(),
        body.constants(),
        new BackfillCycles(LocalTime.parse(body.startTime()), LocalTime.parse(body.endTime())),
        body.immediately(),
        body.planned());
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
