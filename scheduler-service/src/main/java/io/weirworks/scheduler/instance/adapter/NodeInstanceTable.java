package io.weirworks.scheduler.instance.adapter;

import io.weirworks.messaging.SubjectTable;
import io.weirworks.scheduler.adapter.Columns;
import io.weirworks.scheduler.adapter.Json;
import io.weirworks.scheduler.identity.Iteration;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.Wait;
import io.weirworks.scheduler.instance.WaitReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of {@code node_instance}. */
final class NodeInstanceTable implements SubjectTable<NodeInstanceRow> {

  private static final List<String> OWN =
      List.of(
          "workflow_instance_id",
          "node_id",
          "loop_attempt",
          "iteration",
          "workflow",
          "bizdate",
          "status",
          "attempt",
          "run_sequence",
          "wait_reason",
          "deadline",
          "waiting_since",
          "created_at",
          "wait_time_at",
          "wait_resource_at",
          "started_at",
          "ended_at",
          "body");

  private static final List<String> COLUMNS =
      Stream.of(OWN, NodeStateColumns.NAMES, InterventionColumns.NAMES)
          .flatMap(List::stream)
          .toList();

  @Override
  public String name() {
    return "node_instance";
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public @Nullable Object[] values(NodeInstanceRow row) {
    NodeInstance node = row.instance();
    NodeProgress progress = row.progress();
    NodeTimes times = progress.times();
    Wait wait = progress.waiting();
    Iteration iteration = node.iteration();
    @Nullable Object[] own = {
      node.workflowInstanceId().value().toString(),
      node.nodeId().value(),
      iteration == null ? 0 : iteration.round(),
      iteration == null ? 0 : iteration.number(),
      row.profile().names().workflow(),
      row.profile().bizdate(),
      node.state().status().name(),
      node.attempt(),
      node.runSequence(),
      wait == null ? null : wait.reason().name(),
      wait == null ? null : wait.deadline(),
      progress.waitingSince(),
      row.profile().createdAt(),
      times.waitTimeAt(),
      times.waitResourceAt(),
      times.startedAt(),
      times.endedAt(),
      Json.write(NodeInstanceBody.of(row))
    };
    return Stream.of(
            own,
            NodeStateColumns.of(node.state()).values(),
            InterventionColumns.values(node.interventions()))
        .flatMap(Stream::of)
        .toArray();
  }

  @Override
  public NodeInstanceRow read(ResultSet result) throws SQLException {
    Columns row = new Columns(result);
    NodeInstance node =
        new NodeInstance(
            new NodeInstanceId(UUID.fromString(row.text("id"))),
            new WorkflowInstanceId(UUID.fromString(row.text("workflow_instance_id"))),
            new NodeId(row.text("node_id")),
            iteration(row),
            row.integer("attempt"),
            row.number("run_sequence"),
            NodeStateColumns.read(row),
            row.number("sequence"),
            InterventionColumns.read(row));
    NodeTimes times =
        new NodeTimes(
            row.timeOrNull("wait_time_at"),
            row.timeOrNull("wait_resource_at"),
            row.timeOrNull("started_at"),
            row.timeOrNull("ended_at"));
    return Json.read(row.text("body"), NodeInstanceBody.class)
        .row(
            node,
            row.text("workflow"),
            row.text("bizdate"),
            row.time("created_at"),
            times,
            wait(row),
            row.timeOrNull("waiting_since"));
  }

  private static @Nullable Iteration iteration(Columns row) throws SQLException {
    int number = row.integer("iteration");
    return number == 0 ? null : new Iteration(row.integer("loop_attempt"), number);
  }

  private static @Nullable Wait wait(Columns row) throws SQLException {
    String reason = row.textOrNull("wait_reason");
    return reason == null ? null : new Wait(WaitReason.valueOf(reason), row.timeOrNull("deadline"));
  }
}
