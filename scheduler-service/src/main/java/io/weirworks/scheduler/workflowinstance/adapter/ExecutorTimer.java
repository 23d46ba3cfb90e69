package io.weirworks.scheduler.workflowinstance.adapter;

import static io.weirworks.scheduler.instance.adapter.NodeInstanceKind.NODE_INSTANCE;
import static io.weirworks.scheduler.workflowinstance.adapter.WorkflowInstanceKind.WORKFLOW_INSTANCE;

import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.TimerHandler;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.NodeInstanceCommand;
import io.weirworks.scheduler.instance.Timer;
import io.weirworks.scheduler.instance.Wait;
import io.weirworks.scheduler.instance.WaitReason;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand.ForNodeInstance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fires for the node instances of a workflow instance that the executor owes an answer
 * (ExecutorSilent, DESIGN 5), each at its own time.
 */
@Singleton
public final class ExecutorTimer implements TimerHandler {

  private static final String OWED =
      "SELECT id FROM node_instance WHERE workflow_instance_id = ? AND removed = 0"
          + " AND state = 'WAIT_RESOURCE' AND wait_reason = 'EXECUTOR'";

  private final WorkflowInstances instances;

  ExecutorTimer(WorkflowInstances instances) {
    this.instances = instances;
  }

  @Override
  public String kind() {
    return ExecutorWatch.KIND;
  }

  @Override
  public void load(List<String> subjects, Work work) {
    work.load(WORKFLOW_INSTANCE, subjects);
  }

  @Override
  public Decision decide(String subject, Asked asked, Work work) {
    if (work.find(WORKFLOW_INSTANCE, subject).isEmpty()) {
      return Decision.nothing();
    }
    OwedAnswers owed = owed(subject, work);
    List<String> silent = owed.silent(asked.now());
    WorkflowInstanceId flow = new WorkflowInstanceId(UUID.fromString(subject));
    instances.load(work, List.of(subject), silent);
    Stream<Effect> fallen = silent.stream().flatMap(node -> fire(flow, node, asked, work));
    return Decision.effects(
        Stream.concat(fallen, new ExecutorWatch(flow, null).set(owed.next(asked.now()))).toList());
  }

  private Stream<Effect> fire(WorkflowInstanceId flow, String node, Asked asked, Work work) {
    ForNodeInstance command =
        new ForNodeInstance(
            new NodeInstanceId(UUID.fromString(node)),
            new NodeInstanceCommand.FireTimer(Timer.Kind.EXECUTOR_ANSWER));
    return instances.decide(flow, command, asked, work) instanceof Decision.Accepted accepted
        ? accepted.effects().stream()
        : Stream.empty();
  }

  /** The table does not know yet what this transaction changed. */
  private static OwedAnswers owed(String workflowInstance, Work work) {
    Set<String> nodes = new LinkedHashSet<>(work.query(c -> stored(c, workflowInstance)));
    work.changed(NODE_INSTANCE)
        .forEach(
            (id, row) ->
                row.filter(one -> isOf(workflowInstance, one.instance().workflowInstanceId()))
                    .ifPresent(_ -> nodes.add(id)));
    work.load(NODE_INSTANCE, nodes);
    return OwedAnswers.of(
        nodes.stream()
            .flatMap(
                id ->
                    work.find(NODE_INSTANCE, id).flatMap(row -> until(row.waiting())).stream()
                        .map(until -> new OwedAnswers.Owed(id, until)))
            .toList());
  }

  private static boolean isOf(String workflowInstance, WorkflowInstanceId id) {
    return id.value().toString().equals(workflowInstance);
  }

  private static Optional<Instant> until(@Nullable Wait wait) {
    return wait != null && wait.reason() == WaitReason.EXECUTOR
        ? Optional.ofNullable(wait.deadline())
        : Optional.empty();
  }

  private static List<String> stored(Connection c, String workflowInstance) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (PreparedStatement statement = c.prepareStatement(OWED)) {
      statement.setString(1, workflowInstance);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getString(1));
        }
      }
    }
    return ids;
  }
}
