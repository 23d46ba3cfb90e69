package io.weirworks.scheduler.schedule.adapter;

import io.weirworks.messaging.SubjectTable;
import io.weirworks.scheduler.adapter.Columns;
import io.weirworks.scheduler.adapter.Json;
import io.weirworks.scheduler.adapter.Micros;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.ScheduleId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.recurrence.ZoneWindow;
import io.weirworks.scheduler.schedule.InForce;
import io.weirworks.scheduler.schedule.LeftOut;
import io.weirworks.scheduler.schedule.WorkflowSchedule;
import io.weirworks.scheduler.workflow.Part;
import io.weirworks.scheduler.workflow.adapter.WorkflowNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code workflow_schedule}. */
final class WorkflowScheduleTable implements SubjectTable<WorkflowScheduleRow> {

  /** When a version came into force; microseconds since the epoch. */
  private record Since(long at, int version) {}

  /** Times that were left out, from the first to the last; microseconds since the epoch. */
  private record Missed(long first, long last) {}

  /** What nobody filters schedules by, as JSON. */
  private record Body(
      String workspaceId,
      String workspace,
      String cron,
      String timeZone,
      List<Since> versions,
      @Nullable Long dueAtOnce,
      @Nullable List<Missed> leftOut,
      @Nullable RulesColumn rules) {

    List<LeftOut> leftOutTimes() {
      return leftOut == null
          ? List.of()
          : leftOut.stream()
              .map(each -> new LeftOut(Micros.time(each.first()), Micros.time(each.last())))
              .toList();
    }
  }

  @Override
  public String name() {
    return "workflow_schedule";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "workflow_id",
        "workflow",
        "node_id",
        "version",
        "generated_through",
        "next_generation",
        "rules_zone",
        "rules_version",
        "created_at",
        "body");
  }

  @Override
  public @Nullable Object[] values(WorkflowScheduleRow row) {
    WorkflowSchedule schedule = row.schedule();
    ZoneWindow rules = schedule.rules();
    Body body =
        new Body(
            row.profile().names().workspaceId(),
            row.profile().names().workspace(),
            row.profile().cron(),
            row.profile().timeZone(),
            schedule.versions().stream()
                .map(each -> new Since(Micros.of(each.at()), each.version()))
                .toList(),
            Micros.ofNullable(schedule.dueAtOnce()),
            schedule.leftOut().stream()
                .map(each -> new Missed(Micros.of(each.first()), Micros.of(each.last())))
                .toList(),
            rules == null ? null : RulesColumn.of(rules));
    return new @Nullable Object[] {
      schedule.workflow().value(),
      row.profile().names().workflow(),
      row.node(),
      schedule.isInForce() ? schedule.latestVersion() : null,
      schedule.generatedThrough().toString(),
      row.nextGeneration(),
      rules == null ? null : rules.zone().getId(),
      rules == null ? null : rules.version(),
      row.createdAt(),
      Json.write(body)
    };
  }

  @Override
  public WorkflowScheduleRow read(ResultSet result) throws SQLException {
    Columns row = new Columns(result);
    Body body = Json.read(row.text("body"), Body.class);
    String node = row.textOrNull("node_id");
    WorkflowSchedule schedule =
        new WorkflowSchedule(
            new ScheduleId(UUID.fromString(row.text("id"))),
            new WorkflowId(row.text("workflow_id")),
            node == null ? new Part.Common() : new Part.Single(new NodeId(node)),
            body.versions().stream()
                .map(since -> new InForce(Micros.time(since.at()), since.version()))
                .toList(),
            LocalDate.parse(row.text("generated_through")),
            Micros.timeOrNull(body.dueAtOnce()),
            body.leftOutTimes(),
            body.rules() == null ? null : body.rules().rules(),
            row.number("sequence"));
    return new WorkflowScheduleRow(
        schedule,
        new ScheduleProfile(
            new WorkflowNames(body.workspaceId(), body.workspace(), row.text("workflow")),
            body.cron(),
            body.timeZone()),
        row.timeOrNull("next_generation"),
        row.time("created_at"));
  }
}
