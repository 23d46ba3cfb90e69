package io.weirworks.scheduler.workflowinstance;

import io.weirworks.scheduler.decision.Rejection;
import io.weirworks.scheduler.decision.RejectionCode;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.OperatorCommand;
import io.weirworks.scheduler.recurrence.ScheduledTime;
import io.weirworks.scheduler.workflow.WorkflowDefinition;
import io.weirworks.scheduler.workflow.WorkflowGraph;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand.Continue;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand.CreateWorkflowInstance;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand.ForNodeInstance;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand.RerunNodeInstance;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand.StopWorkflowInstance;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent.CancellationRequested;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent.WorkflowInstanceCreated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides for a workflow instance and its node instances; pure.
 *
 * @param graph of the pinned version
 * @param maxRecords how many outgoing records (told events and commands) one decision may have
 *     (DESIGN 3.3)
 */
public record WorkflowInstanceDecider(WorkflowGraph graph, int maxRecords) {

  /**
   * Decides a command.
   *
   * @param current the stored workflow instance; null: there is none
   */
  public WorkflowInstanceDecision decide(
      @Nullable WorkflowInstance current,
      NodeInstances nodes,
      WorkflowInstanceCommand command,
      Instant now) {
    return switch (command) {
      case CreateWorkflowInstance create ->
          current == null ? create(nodes, create, now) : nothing();
      case StopWorkflowInstance stop ->
          current == null ? notFound(stop.id().value()) : stop(current, nodes, stop, now);
      case ForNodeInstance it ->
          current == null ? notFound(it.nodeInstance().value()) : forNode(current, nodes, it, now);
      case RerunNodeInstance it ->
          current == null ? notFound(it.nodeInstance().value()) : rerun(current, nodes, it, now);
      case Continue(List<Step> steps) ->
          current == null ? nothing() : go(current, nodes, now, steps);
    };
  }

  private WorkflowInstanceDecision create(
      NodeInstances nodes, CreateWorkflowInstance create, Instant now) {
    WorkflowDefinition definition = graph.definition();
    WorkflowInstancePlan plan =
        new WorkflowInstancePlan(
            create.id(),
            definition.id(),
            definition.version(),
            create.origin(),
            create.bizdate(),
            scheduledTime(create, definition),
            create.constants(),
            now);
    Draft draft =
        Draft.creating(graph, nodes, new WorkflowInstanceCreated(plan, graph.outerSize()));
    return new Cascade(graph, draft, now)
        .run(List.of(new Step.CreateNodes(0), new Step.StartNodes(0)), maxRecords);
  }

  private static Instant scheduledTime(
      CreateWorkflowInstance create, WorkflowDefinition definition) {
    return switch (create.origin()) {
      case Origin.Manual _, Origin.SmokeTest _ ->
          ScheduledTime.of(create.bizdate(), definition.timeOfDay(), definition.zone());
      case Origin.OfBackfill ofBackfill -> ofBackfill.scheduledTime();
      case Origin.Scheduled scheduled -> scheduled.scheduledTime();
    };
  }

  private WorkflowInstanceDecision stop(
      WorkflowInstance current, NodeInstances nodes, StopWorkflowInstance stop, Instant now) {
    return switch (current.state()) {
      case WorkflowInstanceState.Running _ -> {
        Draft draft = new Draft(graph, nodes, current);
        draft.tell(new CancellationRequested(stop.reason()));
        yield new Cascade(graph, draft, now).run(List.of(new Step.CancelNodes(0)), maxRecords);
      }
      case WorkflowInstanceState.Cancelling _ -> nothing();
      case WorkflowInstanceState.Ended _ -> ended(current.plan().id());
    };
  }

  private WorkflowInstanceDecision forNode(
      WorkflowInstance current, NodeInstances nodes, ForNodeInstance command, Instant now) {
    Optional<NodeInstance> node = nodes.find(command.nodeInstance());
    if (node.isEmpty()) {
      return notFound(command.nodeInstance().value());
    }
    boolean letsBegin =
        command.command() instanceof OperatorCommand operator && operator.letsBegin();
    if (letsBegin && current.state() instanceof WorkflowInstanceState.Cancelling) {
      return stopping(command.nodeInstance());
    }
    Cascade cascade = new Cascade(graph, new Draft(graph, nodes, current), now);
    Optional<Rejection> rejection = cascade.apply(node.get(), command.command());
    return rejection.isPresent()
        ? new WorkflowInstanceDecision.Rejected(rejection.get())
        : cascade.run(List.of(), maxRecords);
  }

  private WorkflowInstanceDecision rerun(
      WorkflowInstance current, NodeInstances nodes, RerunNodeInstance command, Instant now) {
    Optional<NodeInstance> node = nodes.find(command.nodeInstance());
    if (node.isEmpty()) {
      return notFound(command.nodeInstance().value());
    }
    if (current.state() instanceof WorkflowInstanceState.Cancelling) {
      return stopping(command.nodeInstance());
    }
    return switch (new RerunSet(graph, current, nodes).of(node.get(), command)) {
      case RerunSet.Result.Refused(Rejection rejection) ->
          new WorkflowInstanceDecision.Rejected(rejection);
      case RerunSet.Result.Covered(List<Integer> covered) -> {
        Step all =
            new Step.RerunNodes(graph.index(node.get().nodeId()), covered, 0, command.comment());
        yield go(current, nodes, now, List.of(all));
      }
    };
  }

  private WorkflowInstanceDecision go(
      WorkflowInstance current, NodeInstances nodes, Instant now, List<Step> steps) {
    return new Cascade(graph, new Draft(graph, nodes, current), now).run(steps, maxRecords);
  }

  private static WorkflowInstanceDecision nothing() {
    return new WorkflowInstanceDecision.Accepted(List.of(), List.of(), List.of());
  }

  private static WorkflowInstanceDecision notFound(Object id) {
    return rejected(RejectionCode.NOT_FOUND, "There is no instance with this id.", id.toString());
  }

  private static WorkflowInstanceDecision stopping(NodeInstanceId id) {
    return rejected(
        RejectionCode.OPERATION_DENIED,
        "The workflow instance is being cancelled; ask again when it has ended.",
        id.value().toString());
  }

  private static WorkflowInstanceDecision ended(WorkflowInstanceId id) {
    return rejected(
        RejectionCode.OPERATION_DENIED,
        "The workflow instance has ended; only one that has not can be cancelled.",
        id.value().toString());
  }

  private static WorkflowInstanceDecision rejected(RejectionCode code, String message, String id) {
    return new WorkflowInstanceDecision.Rejected(new Rejection(code, message, "instanceId", id));
  }
}
