package io.weirworks.scheduler.schedule.adapter;

import static io.weirworks.scheduler.schedule.adapter.WorkflowScheduleKind.WORKFLOW_SCHEDULE;

import io.weirworks.messaging.Work;
import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.dependency.NodeSchedules;
import io.weirworks.scheduler.dependency.Plans;
import io.weirworks.scheduler.dependency.TimetablePlans;
import io.weirworks.scheduler.dependency.adapter.NodeDependencies;
import io.weirworks.scheduler.generation.Timeline;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.ScheduleId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.schedule.Timetables;
import io.weirworks.scheduler.schedule.WorkflowSchedule;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.WorkflowGraph;
import io.weirworks.scheduler.workflow.adapter.Definitions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All schedules as they were last committed, those of other shards included; read once in a
 * transaction.
 */
public final class StoredSchedules implements NodeSchedules {

  private static final String SELECT =
      "SELECT id, sequence, "
          + String.join(", ", WORKFLOW_SCHEDULE.table().columns())
          + " FROM workflow_schedule WHERE removed = 0 AND ";

  private final Definitions definitions;
  private final Work work;
  private final Map<NodeKey, Optional<Plans>> found = new HashMap<>();
  private final Map<WorkflowId, List<WorkflowSchedule>> ofWorkflows = new HashMap<>();
  private final Map<ScheduleId, Optional<WorkflowSchedule>> byId = new HashMap<>();
  private final Map<ScheduleId, Timeline> timelines = new HashMap<>();

  private StoredSchedules(Definitions definitions, Work work) {
    this.definitions = definitions;
    this.work = work;
  }

  /** Those that this transaction sees. */
  public static StoredSchedules of(Definitions definitions, Work work) {
    return work.kept(StoredSchedules.class, () -> new StoredSchedules(definitions, work));
  }

  /** The schedules of a workflow, those that make nothing any more included. */
  static List<WorkflowScheduleRow> ofWorkflow(WorkflowId workflow, Work work) {
    return select(work, "workflow_id = ?", workflow.value());
  }

  /** The schedules of a workflow; what its nodes have is known from then on. */
  public List<WorkflowSchedule> of(WorkflowId workflow) {
    return ofWorkflows.computeIfAbsent(
        workflow,
        _ -> ofWorkflow(workflow, work).stream().map(WorkflowScheduleRow::schedule).toList());
  }

  /** The schedule that a node's instances are made by. */
  public Optional<WorkflowSchedule> schedule(NodeKey node) {
    WorkflowId workflow = new WorkflowId(node.workflow());
    return Stream.of(
            ScheduleId.of(workflow, new NodeId(node.node())), ScheduleId.of(workflow, null))
        .flatMap(id -> find(id, workflow).stream())
        .filter(schedule -> has(schedule, node))
        .findFirst();
  }

  private Optional<WorkflowSchedule> find(ScheduleId id, WorkflowId workflow) {
    List<WorkflowSchedule> all = ofWorkflows.get(workflow);
    return all == null
        ? byId.computeIfAbsent(
            id,
            _ ->
                select(work, "id = ?", id.value().toString()).stream()
                    .findFirst()
                    .map(WorkflowScheduleRow::schedule))
        : all.stream().filter(schedule -> schedule.id().equals(id)).findFirst();
  }

  private boolean has(WorkflowSchedule schedule, NodeKey node) {
    return node(schedule, node).isPresent();
  }

  private Optional<NodeDefinition> node(WorkflowSchedule schedule, NodeKey node) {
    return definitions
        .pinned(work, schedule.workflow(), schedule.latestVersion(), schedule.part())
        .graph()
        .find(new NodeId(node.node()));
  }

  /** What the versions of a schedule say. */
  Timetables timetables(WorkflowSchedule schedule) {
    return version ->
        Objects.requireNonNull(
            definitions
                .pinned(work, schedule.workflow(), version)
                .graph()
                .definition()
                .timetable(schedule.part()));
  }

  @Override
  public Optional<Plans> find(NodeKey node) {
    return found.computeIfAbsent(node, this::plans);
  }

  private Optional<Plans> plans(NodeKey node) {
    return schedule(node)
        .map(
            schedule ->
                new TimetablePlans(
                    timelines.computeIfAbsent(schedule.id(), _ -> timeline(schedule)),
                    node(schedule, node).map(NodeDefinition::isSelfDependent).orElse(false)));
  }

  private Timeline timeline(WorkflowSchedule schedule) {
    return new Timeline(timetables(schedule).history(schedule));
  }

  @Override
  public List<NodeKey> children(NodeKey node) {
    return Stream.concat(NodeDependencies.downstream(node, work).stream(), ofSameInstance(node))
        .distinct()
        .toList();
  }

  private Stream<NodeKey> ofSameInstance(NodeKey node) {
    return schedule(node).stream()
        .flatMap(
            schedule -> {
              WorkflowGraph graph =
                  definitions
                      .pinned(work, schedule.workflow(), schedule.latestVersion(), schedule.part())
                      .graph();
              return graph.downstream(graph.index(new NodeId(node.node()))).stream()
                  .map(index -> new NodeKey(node.workflow(), graph.node(index).id().value()));
            });
  }

  private static List<WorkflowScheduleRow> select(Work work, String where, String value) {
    return work.query(
        c -> {
          try (PreparedStatement statement = c.prepareStatement(SELECT + where)) {
            statement.setString(1, value);
            return read(statement);
          }
        });
  }

  private static List<WorkflowScheduleRow> read(PreparedStatement statement) throws SQLException {
    List<WorkflowScheduleRow> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        rows.add(WORKFLOW_SCHEDULE.table().read(result));
      }
    }
    return rows;
  }
}
